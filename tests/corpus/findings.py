# Which programs of an object a finding of bpfcc's is about: those that hold code of its line, and those that call them.
import collections
import re
import subprocess

Finding = collections.namedtuple("Finding", "where line is_error message check")

SAID = re.compile(r"^(?P<where>(?P<file>[^\n:]+):(?P<line>\d+):\d+): (?P<how>error|warning): (?P<message>.*) "
                  r"\[(?:-Werror,)?-Wbpf-(?P<check>[a-z-]+)\]$", re.MULTILINE)
FUNCTION = re.compile(r"^[0-9a-f]+ <(?P<name>.*)>:$")
LINE = re.compile(r"^; (?P<file>.*):(?P<line>\d+)$")
CALLED = re.compile(r"R_BPF_64_(?:32|64)\s+(?P<name>[A-Za-z_]\w*)$")


def findings_in(text):
    return [Finding(found["where"], int(found["line"]), found["how"] == "error", found["message"], found["check"])
            for found in SAID.finditer(text)]


def programs_by_line(path):
    """{line: names of functions}; the files that lines belong to are not told apart."""
    listing = subprocess.run(["llvm-objdump-22", "--disassemble", "--reloc", "--line-numbers", "--no-show-raw-insn", path],
                             capture_output=True, text=True, check=True).stdout
    lines, callers, name = collections.defaultdict(set), collections.defaultdict(set), ""
    for text in listing.splitlines():
        if function := FUNCTION.match(text):
            name = function["name"]
        elif place := LINE.match(text):
            lines[int(place["line"])].add(name)
        elif called := CALLED.search(text):
            callers[called["name"]].add(name)
    return {line: with_callers(names, callers) for line, names in lines.items()}


def with_callers(names, callers):
    known, next_ = set(names), list(names)
    while next_:
        for caller in callers[next_.pop()] - known:
            known.add(caller)
            next_.append(caller)
    return known
