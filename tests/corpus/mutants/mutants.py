# mutants.py FOLDER [COUNT [KIND...]]: the kinds of mutants, and what the kernel and bpfcc say of each. FOLDER holds the selftests.
#
#   definition  a static function loses its body            unresolved-call names it
#   buffer      a local array grows by 512 elements         stack-size, at its line
#   initialiser  a local loses its initialiser, or its memset padding, at its line
#   reload       data and data_end are not read again         stale-packet-pointer, which names the call
#   move         a call that moves comes after the check      stale-packet-pointer, which names the call
#   address      a text is read through a pointer in .rodata  pointer-in-data, at its line
#   license      the license is another                       license, at its line
#   section      the name of a section has a letter more      section-name names the program
#   key          the key of an array has other bytes          map-definition, at its line
#   entries      a map has no max_entries                     map-definition names it
#   jump         a tail call has an index far outside         tail-call, at its line
#
# A mutant counts where a program loaded before and does not now, and for a jump always: it loads, and does nothing. Of each kind COUNT are looked for, 40 where it is not given.
import collections
import concurrent.futures
import os
import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "selftests")]
from selftests import call
from verdict import LOADS, REFUSED, verdicts

Mutant = collections.namedtuple("Mutant", "text line name")
BODY = re.compile(r"^(?P<head>static (?:__always_inline |__noinline |inline )*(?P<type>[\w *]+?)"
                  r"(?P<name>\w+)\((?P<args>[^)]*)\))\s*^\{.*?^\}", re.MULTILINE | re.DOTALL)
ARRAY = re.compile(r"^\t+(?!return )(?:(?:struct|unsigned) )?\w+ (?P<name>\w+)\[(?P<size>\w+)\](?: = [^;]*)?;", re.MULTILINE)
EMPTY = re.compile(r"^\t+(?:struct )?\w+ (?P<name>\w+)(?:\[\w+\])?(?P<init> = (?:\{[^;{}]*\}|-?\w+));", re.MULTILINE)
CLEARED = re.compile(r"^\t+(?:__builtin_)?memset\(&?(?P<name>\w+), 0, sizeof\((?P=name)\)\);\n", re.MULTILINE)
CHECKED = re.compile(r"^\t+if \([^;{}]*> \(?[^;{}]*data_end\)\n\t+return [^;]*;\n", re.MULTILINE)
CONTEXT = re.compile(r"struct (?P<type>__sk_buff|xdp_md) \*(?P<name>\w+)")
READ = re.compile(r"^\t+(?:void \*)?(?P<name>data|data_end) = \(void ?\*\) ?\((?:unsigned )?long\) ?\w+->(?:data|data_end);\n", re.MULTILINE)
MOVES = re.compile(r"bpf_(?:skb_(?:store_bytes|pull_data|adjust_room|change_\w+|vlan_\w+)|xdp_adjust_\w+|l[34]_csum_replace)\(")

PROGRAM = re.compile(r'^SEC\("[^"]*"\)\n(?:static )?int (?P<name>\w+)\([^;{)]*\)\n\{\n', re.MULTILINE)

# The kernel takes long for these, and they are much alike.
SLOW = re.compile(r"(test_verif_scale|verifier_|pyperf|strobemeta|loop|profiler|mutant-)")


def line_of(text, place):
    return text.count("\n", 0, place) + 1


def definitions(text):
    for found in BODY.finditer(text):
        head = re.sub(r"static |__always_inline |__noinline |inline ", "", found["head"])
        yield Mutant(text[:found.start()] + head + ";" + text[found.end():], None, found["name"])


def is_local(text, place):
    """In a function, of which the brace stands at the beginning of a line; a struct's does not."""
    outermost = re.findall(r"^\S.*$", text[:place], re.MULTILINE)
    if not outermost or outermost[-1] != "{":
        return False
    # Not in a struct that is declared in the function.
    inner = re.findall(r"^\t+(?:struct|union)[\w ]*\{$|^\t+\}", text[text.rindex("\n{", 0, place):place], re.MULTILINE)
    return not inner or inner[-1].strip().startswith("}")


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


def reloads(text):
    """Each pair of reads that comes after a call that moves, and is no declaration."""
    reads = [read for read in READ.finditer(text) if "void *" not in read.group().split("=")[0]]
    for first, second in zip(reads, reads[1:]):
        near = text[max(0, first.start() - 400):first.start()]
        if first["name"] != second["name"] and MOVES.search(near) and text[first.end():second.start()].strip() == "":
            yield Mutant(text[:first.start()] + text[second.end():], None, MOVES.findall(near)[-1].rstrip("("))


def moves(text):
    for found in CHECKED.finditer(text):
        context = list(CONTEXT.finditer(text[:found.start()]))
        if context and is_local(text, found.start()):
            moving = {"__sk_buff": "bpf_skb_pull_data", "xdp_md": "bpf_xdp_adjust_tail"}[context[-1]["type"]]
            yield Mutant(f"{text[:found.end()]}\t{moving}({context[-1]['name']}, 0);\n{text[found.end():]}", None, moving)


def addresses(text):
    for found in PROGRAM.finditer(text):
        reads = "\t{ static const char *const names[] = {\"a\", \"b\"}; if (names[bpf_get_prandom_u32() & 1][0] == 'x') return 0; }\n"
        yield Mutant(text[:found.end()] + reads + text[found.end():], line_of(text, found.end()), found["name"])


LICENSE = re.compile(r'SEC\("license"\) = "(?P<text>[^"]*)"')
SECTION = re.compile(r'^SEC\("(?P<section>[a-z_]+)(?:/[^"]*)?"\)\s+(?:int|long) (?:BPF_\w+\()?(?P<name>\w+)[(),]', re.MULTILINE)
MAP = re.compile(r'^struct[\w ]* \{(?P<members>[^{}]*)\} (?P<name>\w+) SEC\("\.maps"\);', re.MULTILINE)
KEY = re.compile(r"__type\(key, (?P<type>__u32|u32|int|__s32|unsigned int)\);|__uint\(key_size, (?P<size>[^;]*)\);")
ENTRIES = re.compile(r"\t__uint\(max_entries, [^;]*\);\n")
JUMP = re.compile(r"bpf_tail_call(?:_static)?\(\w+, &\w+, (?P<index>\d+)\)")


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


def jumps(text):
    for found in JUMP.finditer(text):
        yield Mutant(text[:found.start("index")] + "4000" + text[found.end("index"):], line_of(text, found.start("index")), "")


KINDS = {"definition": (definitions, "unresolved-call"), "buffer": (buffers, "stack-size"),
         "license": (licenses, "license"), "section": (sections, "section-name"), "key": (keys, "map-definition"),
         "entries": (entries, "map-definition"), "jump": (jumps, "tail-call"),
         "initialiser": (initialisers, "padding"), "reload": (reloads, "stale-packet-pointer"), "move": (moves, "stale-packet-pointer"),
         "address": (addresses, "pointer-in-data")}
# Who loads it: with CAP_PERFMON the kernel refuses no read of the stack.
CAPABILITIES = collections.defaultdict(lambda: "root", initialiser="bpf,net_admin")
# The kernel loads these, and they are wrong.
SILENT = ("jump",)
MOST_OF_ONE_FILE, EACH_KIND = 3, 40


def compile_text(source, text, kind, folder):
    """What bpfcc said, and the object where there is one."""
    # In the folder of the original, so that what it includes is found.
    mutated = source.parent / f"mutant-{kind}-{source.name}"
    made = os.path.join(folder, f"{kind}.o")
    if os.path.exists(made):
        os.unlink(made)
    mutated.write_text(text)
    more = ["-Wno-error", "-Wno-error=bpf", f"--capabilities={CAPABILITIES[kind]}"]
    try:
        said = call(os.environ["BPFCC"], mutated, "v3", more, made)
    finally:
        mutated.unlink()
    return said.stderr, made if said.returncode == 0 else None


def loading(made, kind):
    return {name for name, verdict in verdicts(made, CAPABILITIES[kind]).items() if verdict.kind == LOADS} if made else set()


def is_flagged(said, check, mutant):
    """At the line, in the finding or in a note of it; by the name where the line is gone."""
    if f"-Wbpf-{check}]" not in said:
        return False
    if mutant.line is not None:
        return re.search(rf":{mutant.line}:\d+: (?:warning|error|note): ", said) is not None
    return re.search(rf"'{mutant.name}'.*\[-Wbpf-{check}\]|before {mutant.name}\(\)", said) is not None


def judge(progs, kind, count, folder):
    """How many mutants of one kind the kernel refuses, how many of those were flagged, and which were not."""
    make, check = KINDS[kind]
    broken = flagged = 0
    missed = []
    for source in sorted(each for each in progs.glob("*.c") if not SLOW.match(each.name)):
        text = source.read_text()
        mutants = list(make(text))[:MOST_OF_ONE_FILE]
        if not mutants or broken >= count:
            continue
        before = loading(compile_text(source, text, kind, folder)[1], kind)
        for mutant in mutants if before else []:
            if broken >= count:
                break
            said, made = compile_text(source, mutant.text, kind, folder)
            # It has to compile, but for what LLVM refuses of a stack.
            if not made and "BPF stack limit" not in said:
                continue
            if made and kind not in SILENT and loading(made, kind) >= before:
                continue
            broken += 1
            if is_flagged(said, check, mutant):
                flagged += 1
            else:
                missed.append(f"{source.name}: {mutant.name}")
    return broken, flagged, missed


def main():
    progs = pathlib.Path(sys.argv[1]).resolve() / "tools/testing/selftests/bpf/progs"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else EACH_KIND
    kinds = sys.argv[3:] or list(KINDS)
    worst = 1.0
    print(f"{'mutant':12} {'check':22} {'refused':>8} {'flagged':>8}")
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda kind: judge(progs, kind, count, folder), kinds)
        for kind, (broken, flagged, missed) in zip(kinds, results):
            check = KINDS[kind][1]
            print(f"{kind:12} {check:22} {broken:8} {flagged:8}")
            for line in missed:
                print("missed:", line)
            worst = min(worst, flagged / broken if broken else 0)
    sys.exit(worst < 0.9)


if __name__ == "__main__":
    main()
