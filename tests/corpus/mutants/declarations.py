# Mutants of what a source declares: functions, maps, structs, sections, the license.
import re

from place import Mutant, line_of

BODY = re.compile(r"^(?P<head>static (?:__always_inline |__noinline |inline )*(?P<type>[\w *]+?)"
                  r"(?P<name>\w+)\((?P<args>[^)]*)\))\s*^\{.*?^\}", re.MULTILINE | re.DOTALL)
LICENSE = re.compile(r'SEC\("license"\) = "(?P<text>[^"]*)"')
SECTION = re.compile(r'^SEC\("(?P<section>[a-z_]+)(?:/[^"]*)?"\)\s+(?:int|long) (?:BPF_\w+\()?(?P<name>\w+)[(),]', re.MULTILINE)
MAP = re.compile(r'^struct[\w ]* \{(?P<members>[^{}]*)\} (?P<name>\w+) SEC\("\.maps"\);', re.MULTILINE)
KEY = re.compile(r"__type\(key, (?P<type>__u32|u32|int|__s32|unsigned int)\);|__uint\(key_size, (?P<size>[^;]*)\);")
ENTRIES = re.compile(r"\t__uint\(max_entries, [^;]*\);\n")
VALUE = re.compile(r"__type\(value, struct (?P<name>\w+)\)")


def definitions(text):
    for found in BODY.finditer(text):
        head = re.sub(r"static |__always_inline |__noinline |inline ", "", found["head"])
        yield Mutant(text[:found.start()] + head + ";" + text[found.end():], None, found["name"])


def licenses(text):
    for found in LICENSE.finditer(text):
        yield Mutant(text[:found.start("text")] + "Proprietary" + text[found.end("text"):], line_of(text, found.start()), "")


def sections(text):
    for found in SECTION.finditer(text):
        yield Mutant(text[:found.end("section")] + "s" + text[found.end("section"):], None, found["name"])


def keys(text):
    for found in MAP.finditer(text):
        key = KEY.search(found["members"])
        if key and re.search(r"BPF_MAP_TYPE_(?:PERCPU_)?ARRAY\b", found["members"]):
            start = found.start("members") + key.start()
            wrong = "__uint(key_size, 6);" if key["size"] else "__type(key, short);"
            yield Mutant(text[:start] + wrong + text[found.start("members") + key.end():], line_of(text, start), found["name"])


def entries(text):
    for found in MAP.finditer(text):
        given = ENTRIES.search(found["members"])
        # libbpf fills that in.
        if given and "PERF_EVENT_ARRAY" not in found["members"]:
            start = found.start("members")
            yield Mutant(text[:start + given.start()] + text[start + given.end():], None, found["name"])


def packings(text):
    """The values of maps, each a byte further on than they would be."""
    for name in sorted(set(VALUE.findall(text))):
        found = re.search(rf"^struct {name} \{{(?P<members>[^{{}}]*)\}};", text, re.MULTILINE)
        if found:
            packed = f"struct {name} {{ unsigned char further;{found['members']}}} __attribute__((packed));"
            yield Mutant(text[:found.start()] + packed + text[found.end():], None, f"struct {name}")
