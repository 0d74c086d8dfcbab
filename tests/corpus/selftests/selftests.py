# selftests.py FOLDER [--sample | --all | NAME.c...] [--cpu=CPU] [--capabilities=NAMES] [--kernel=X.Y]: the comparison that
# `run` prepares. FOLDER holds the kernel's sources.
#
# Both compilers are called as the selftests' Makefile calls clang, except that bpfcc gets no folder of the host's headers.
# A compiler's share of the files and of the programs is printed; what clang can and bpfcc cannot is named, and fails. So
# does an error of a check of bpfcc's for a program that the kernel loads. Findings are warnings while the object is made.
# With --capabilities= the kernel is asked with no others. It can be no judge of what another kernel refuses: with --kernel=
# the findings are printed to be looked through.
import argparse
import collections
import concurrent.futures
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent))
from findings import findings_in, programs_by_line
from verdict import LOADS, NOT_JUDGED, REFUSED, verdicts

SAMPLE = 60
Options = collections.namedtuple("Options", "cpu capabilities kernel")
NO_INLINE = ("test_l4lb_noinline", "test_xdp_noinline")


def flags(bpf, name, cpu):
    """The Makefile's BPF_CFLAGS, and the rest of its rule."""
    machine = {"x86_64": "x86", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    return ["-g", "-Wall", "-Werror", f"-D__TARGET_ARCH_{machine}", f"-m{sys.byteorder}-endian",
            f"-I{bpf.parents[3] / 'made'}", f"-I{bpf}", f"-I{bpf.parents[2] / 'include' / 'uapi'}",
            "-Wno-compare-distinct-pointer-types", "-DENABLE_ATOMICS_TESTS",
            *(["-fno-inline"] if name in NO_INLINE else []), "-O2", "--target=bpf", f"-mcpu={cpu}"]


def host_headers(clang):
    """The folders that the Makefile asks clang for."""
    said = subprocess.run([clang, "-v", "-E", "-"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    listed = said.stderr.split("<...> search starts here:")[1].split("End of search list")[0]
    return [word for folder in listed.split() for word in ("-idirafter", folder)]


def call(compiler, source, cpu, more, made):
    words = [compiler, *flags(source.parents[1], source.stem, cpu), *more, "-c", source, "-o", made]
    return subprocess.run(words, capture_output=True, text=True, errors="replace")


def target(options):
    """What bpfcc is told of who loads the object."""
    return [f"--{name}={value}" for name, value in options._asdict().items() if name != "cpu" and value]


def alarms(compiler, source, options, said, made, judged):
    """A row for every finding and program that has the line: (program, its verdict, finding)."""
    found = findings_in(said.stderr)
    if not found:
        return []
    # Without -Werror: which of them are errors by themselves?
    errors = {each.where for each in findings_in(call(compiler, source, options.cpu, ["-Wno-error", *target(options)],
                                                       os.devnull).stderr) if each.is_error}
    lines = programs_by_line(made)
    return [(name, judged[name], each._replace(is_error=each.where in errors))
            for each in found for name in sorted(lines.get(each.line, set()) & judged.keys())]


def compile_and_ask(compiler, more, source, options, folder):
    """None and what the compiler said where it fails, otherwise the verdict on every program, and the alarms."""
    made = os.path.join(folder, source.stem + ".o")
    said = call(compiler, source, options.cpu, more, made)
    if said.returncode:
        return None, next((line for line in said.stderr.splitlines() if "error" in line), said.stderr), []
    judged = verdicts(made, options.capabilities or "root")
    return judged, "", alarms(compiler, source, options, said, made, judged)


def compare(source, compilers, options):
    """For one file what became of it with either compiler: {"clang": ..., "bpfcc": ...}."""
    result = {}
    for name, (compiler, more) in compilers.items():
        with tempfile.TemporaryDirectory() as folder:
            result[name] = compile_and_ask(compiler, more, source, options, folder)
    return result


def worse(source, result):
    """What clang can do here and bpfcc cannot, in words."""
    (theirs, _, _), (ours, error, _) = result["clang"], result["bpfcc"]
    if theirs is None:
        return
    if ours is None:
        yield f"{source.name}: bpfcc does not compile it: {error}"
        return
    for name, verdict in theirs.items():
        if verdict.kind == LOADS and (name not in ours or ours[name].kind != LOADS):
            yield f"{source.name}: '{name}' does not load: {ours[name].reason if name in ours else 'it is not there'}"


def table(results):
    print(f"{'':8} {'files':>6} {'compiled':>9} {'programs':>9} {'load':>6} {'refused':>8} {'not judged':>11}")
    for name in ("clang", "bpfcc"):
        made = [result[name][0] for result in results if result[name][0] is not None]
        kinds = [verdict.kind for each in made for verdict in each.values()]
        print(f"{name:8} {len(results):6} {len(made):9} {len(kinds):9} {kinds.count(LOADS):6} {kinds.count(REFUSED):8} "
              f"{kinds.count(NOT_JUDGED):11}")


def alarm_table(rows):
    """How many findings are about programs that the kernel refuses, and every one about a program that it loads."""
    print(f"\n{'findings':24} {'refused':>8} {'loads':>8} {'not judged':>11}")
    for check in sorted({(finding.check, finding.is_error) for _, _, _, finding in rows}):
        kinds = [verdict.kind for _, _, verdict, finding in rows if (finding.check, finding.is_error) == check]
        print(f"{check[0] + (' (error)' if check[1] else ''):24} {kinds.count(REFUSED):8} {kinds.count(LOADS):8} "
              f"{kinds.count(NOT_JUDGED):11}")
    false = 0
    for source, name, verdict, finding in rows:
        if verdict.kind == LOADS:
            false += finding.is_error
            print(f"{'false error' if finding.is_error else 'loads with a warning'}: {source.name}:{finding.line}: '{name}': "
                  f"{finding.message} [{finding.check}]")
    return false


def review(rows):
    """For a kernel that is not the running one: everything, for somebody to look through."""
    for source, name, _, finding in rows:
        print(f"{'error' if finding.is_error else 'warning'}: {source.name}:{finding.line}: '{name}': {finding.message} "
              f"[{finding.check}]")
    return 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--cpu", default="v3")
    parser.add_argument("--capabilities")
    parser.add_argument("--kernel")
    options = parser.parse_args()
    asked = Options(options.cpu, options.capabilities, options.kernel)

    progs = options.folder.resolve() / "tools/testing/selftests/bpf/progs"
    names = options.names or (HERE / "programs").read_text().split()
    names = names[:SAMPLE] if options.sample else names
    sources = sorted(progs.glob("*.c")) if options.all else [progs / name for name in names]
    compilers = {"clang": (os.environ["CLANG"], host_headers(os.environ["CLANG"])),
                 "bpfcc": (os.environ["BPFCC"], ["-Wno-error=bpf", *target(asked)])}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = []
        for result in pool.map(lambda source: compare(source, compilers, asked), sources):
            results.append(result)
            if sys.stderr.isatty():
                print(f"\r{len(results)} of {len(sources)}", end="", file=sys.stderr)

    complaints = [line for source, result in zip(sources, results) for line in worse(source, result)]
    table(results)
    for line in complaints:
        print("worse:", line)
    rows = [(source, *alarm) for source, result in zip(sources, results) for alarm in result["bpfcc"][2]]
    false = (review if asked.kernel else alarm_table)(rows) if rows else 0
    if not any(verdict.kind == LOADS for result in results for verdict in (result["clang"][0] or {}).values()):
        sys.exit("selftests.py: no program of clang's loads, so nothing was compared")
    sys.exit(bool(complaints or false))


if __name__ == "__main__":
    main()
