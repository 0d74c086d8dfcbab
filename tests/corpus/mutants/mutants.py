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
#   bound        data decides how often a loop runs           loop, at its line
#   forever      a loop has no condition                      loop, at its line
#   length       data decides how much is copied or set       memory-builtin, at its line
#   packed       the value of a map is packed, a byte further on   packed-access names the struct
#   test         the test of what the kernel returned goes     null-check names the pointer
#   compare      a comparison with data_end goes               packet-bounds
#   short        a comparison with data_end is a byte short    packet-bounds
#   release      a release goes                                unreleased
#   unlock       an unlock, or the end of another region goes  unreleased
#   later        the last use comes after the release          use-after-release names the pointer
#   further      a bound lets one more through                 value-bounds names the number
#   signed       an unsigned number becomes signed             value-bounds names the number
#   member       a member of the context that is read-only is written    context-access, at its line
#   helper       a helper of other program types is called               unavailable-helper, at its line
#   map          a helper gets a map of another type                     map-use, at its line
#   context      a helper gets the context for memory                    argument-kind, at its line
#   verdict      a cgroup program returns 77                             return-value, at its line
#   pointer      a pointer into the kernel is read directly              kernel-pointer, at its line
#   call         a number is called                                      indirect-call, at its line
#   constant     a constant is written                                   read-only, at its line
#   layout       a struct of a header that asks for the machine    native-types, at its line
#
# A mutant counts where a program loaded before and does not now, or LLVM rejects it, and for a jump and a layout always: they load, and are
# wrong. A packed one counts where its code is longer by as much as bpfcc has a word for. Of each kind COUNT are looked for, 40
# where it is not given.
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "selftests")]
from control import bounds, endless, jumps, moves, reloads
from declarations import definitions, entries, keys, licenses, packings, sections
from memory import addresses, buffers, initialisers, layouts, lengths
from path import NAMELESS, comparisons, further, later, releases, shorter, signed, tests, unlocks
from selftests import call
from uses import calls, constants, contexts, helpers, maps, members, pointers, verdicts_of
from verdict import LOADS, verdicts

# The kernel takes long for these, and they are much alike.
SLOW = re.compile(r"(test_verif_scale|verifier_|pyperf|strobemeta|loop|profiler|mutant-)")
KINDS = {"definition": (definitions, "unresolved-call"), "buffer": (buffers, "stack-size"),
         "license": (licenses, "license"), "section": (sections, "section-name"), "key": (keys, "map-definition"),
         "entries": (entries, "map-definition"), "jump": (jumps, "tail-call"),
         "initialiser": (initialisers, "padding"), "reload": (reloads, "stale-packet-pointer"), "move": (moves, "stale-packet-pointer"),
         "address": (addresses, "pointer-in-data"), "bound": (bounds, "loop"), "forever": (endless, "loop"),
         "test": (tests, "null-check"), "compare": (comparisons, "packet-bounds"), "short": (shorter, "packet-bounds"),
         "release": (releases, "unreleased"), "unlock": (unlocks, "unreleased"), "later": (later, "use-after-release"),
         "further": (further, "value-bounds"), "signed": (signed, "value-bounds"),
         "member": (members, "context-access"), "helper": (helpers, "unavailable-helper"), "map": (maps, "map-use"),
         "context": (contexts, "argument-kind"), "verdict": (verdicts_of, "return-value"), "pointer": (pointers, "kernel-pointer"),
         "call": (calls, "indirect-call"), "constant": (constants, "read-only"),
         "length": (lengths, "memory-builtin"), "packed": (packings, "packed-access"), "layout": (layouts, "native-types")}
# Who loads it: with CAP_PERFMON the kernel rejects no read of the stack.
CAPABILITIES = collections.defaultdict(lambda: "root", initialiser="bpf,net_admin")
# The kernel loads these, and they are wrong.
SILENT = ("jump", "layout")
REJECTED_BY_LLVM = re.compile("BPF stack limit|built-in function 'mem")
# In instructions.
LONGER = 8
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
    """At the line, in the finding or in a note of it; by the name where the line is gone, if the finding has one."""
    if f"-Wbpf-{check}]" not in said:
        return False
    if mutant.name == NAMELESS:
        return True
    if mutant.line is not None:
        return re.search(rf":{mutant.line}:\d+: (?:warning|error|note): ", said) is not None
    return re.search(rf"'{mutant.name}'.*\[-Wbpf-{check}\]|before {mutant.name}\(\)", said) is not None


def instructions(made):
    listing = ["llvm-objdump-22", "--disassemble", "--no-show-raw-insn", "--no-leading-addr", made]
    return subprocess.run(listing, capture_output=True, text=True, check=True).stdout.count("\n\t") if made else 0


def is_broken(kind, said, made, before, long):
    # It has to compile, but for what LLVM has to reject.
    if not made or kind in SILENT:
        return made or REJECTED_BY_LLVM.search(said)
    if kind == "packed":
        return instructions(made) >= long + LONGER
    return not loading(made, kind) >= before


def judge(progs, kind, count, folder):
    """How many mutants of one kind the kernel rejects, how many of those were flagged, and which were not."""
    make, check = KINDS[kind]
    broken = flagged = 0
    missed = []
    for source in sorted(each for each in progs.glob("*.c") if not SLOW.match(each.name)):
        text = source.read_text()
        mutants = list(make(text))[:MOST_OF_ONE_FILE]
        if not mutants or broken >= count:
            continue
        whole = compile_text(source, text, kind, folder)[1]
        before, long = loading(whole, kind), instructions(whole)
        for mutant in mutants if before else []:
            if broken >= count:
                break
            said, made = compile_text(source, mutant.text, kind, folder)
            if not is_broken(kind, said, made, before, long):
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
    print(f"{'mutant':12} {'check':22} {'rejected':>8} {'flagged':>8}")
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda kind: judge(progs, kind, count, folder), kinds)
        for kind, (broken, flagged, missed) in zip(kinds, results):
            check = KINDS[kind][1]
            print(f"{kind:12} {check:22} {broken:8} {flagged:8}")
            for line in missed:
                print("missed:", line)
            worst = min(worst, flagged / broken if broken else 0)
    sys.exit(worst < 0.8)


if __name__ == "__main__":
    main()
