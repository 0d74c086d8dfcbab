# What a mutant is, and where in a text it is made.
import collections
import re

PROGRAM = re.compile(r'^SEC\("[^"]*"\)\n(?:static )?int (?P<name>\w+)\([^;{)]*\)\n\{\n', re.MULTILINE)
Mutant = collections.namedtuple("Mutant", "text line name")  # line None: bpfcc has to name the name


def line_of(text, place):
    return text.count("\n", 0, place) + 1


def is_local(text, place):
    """In a function, of which the brace stands at the beginning of a line; a struct's does not."""
    outermost = re.findall(r"^\S.*$", text[:place], re.MULTILINE)
    if not outermost or outermost[-1] != "{":
        return False
    # Not in a struct that is declared in the function.
    inner = re.findall(r"^\t+(?:struct|union)[\w ]*\{$|^\t+\}", text[text.rindex("\n{", 0, place):place], re.MULTILINE)
    return not inner or inner[-1].strip().startswith("}")


def replaced(text, found, group, new):
    """The text with another word at the group of a match, told of at the line of the match."""
    return Mutant(text[:found.start(group)] + new + text[found.end(group):], line_of(text, found.start()), "")


def in_programs(text, statement):
    """Each program with a statement more, on a line of its own."""
    for found in PROGRAM.finditer(text):
        yield Mutant(f"{text[:found.end()]}\t{statement}\n{text[found.end():]}", line_of(text, found.end()), found["name"])
