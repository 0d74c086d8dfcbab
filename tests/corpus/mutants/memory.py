# Mutants of what a program has in memory, and of how it reads it.
import re

from place import Mutant, in_programs, is_local, line_of, replaced

ARRAY = re.compile(r"^\t+(?!return )(?:(?:struct|unsigned) )?\w+ (?P<name>\w+)\[(?P<size>\w+)\](?: = [^;]*)?;", re.MULTILINE)
EMPTY = re.compile(r"^\t+(?:struct )?\w+ (?P<name>\w+)(?:\[\w+\])?(?P<init> = (?:\{[^;{}]*\}|-?\w+));", re.MULTILINE)
CLEARED = re.compile(r"^\t+(?:__builtin_)?memset\(&?(?P<name>\w+), 0, sizeof\((?P=name)\)\);\n", re.MULTILINE)
LENGTH = re.compile(r"^\t+(?:__builtin_)?mem(?:cpy|set|move)\([^;]*?, (?P<length>sizeof\([^()]*\)|\d+|[A-Z_]+)\);", re.MULTILINE)
ADDRESS = "{ static const char *const names[] = {\"a\", \"b\"}; if (names[bpf_get_prandom_u32() & 1][0] == 'x') return 0; }"
LAYOUT = ("{ struct stat file = {}; bpf_probe_read_kernel(&file, sizeof(file), (void *)8); "
          "asm volatile (\"\" :: \"r\"(file.st_size)); }")


def buffers(text):
    for found in ARRAY.finditer(text):
        if not is_local(text, found.start()):
            continue
        larger = f"{found['size']} + 512"
        yield Mutant(text[:found.start("size")] + larger + text[found.end("size"):], line_of(text, found.start("size")), found["name"])


def initialisers(text):
    for found in EMPTY.finditer(text):
        # Only what lies in memory is read by a helper.
        if not re.search(rf"&{found['name']}\b", text[found.end():]):
            continue
        yield Mutant(text[:found.start("init")] + text[found.end("init"):], line_of(text, found.start()), found["name"])
    for found in CLEARED.finditer(text):
        declared = list(re.finditer(rf"^\t+\w[\w ]* {found['name']}(?:\[\w+\])?;", text[:found.start()], re.MULTILINE))
        if declared:
            yield Mutant(text[:found.start()] + "\n" + text[found.end():], line_of(text, declared[-1].start()), found["name"])


def lengths(text):
    for found in LENGTH.finditer(text):
        yield replaced(text, found, "length", "bpf_get_prandom_u32()")


def addresses(text):
    return in_programs(text, ADDRESS)


def layouts(text):
    """vmlinux.h has the struct too, as the kernel has it."""
    if "vmlinux.h" not in text:
        yield from in_programs(f"#include <sys/stat.h>\n{text}", LAYOUT)
