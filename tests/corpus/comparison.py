# Compiles programs with clang and with bpfcc, asks the running kernel about every program of both, and says where bpfcc does
# worse: what ../selftests and ../samples have in common.
#
# A compiler's share of the files and of the programs is printed; what clang can and bpfcc cannot is named, and fails. So
# does an error of a check of bpfcc's for a program that the kernel loads, and an object with more than 1.1 times the
# instructions of clang's. A finding whose line is no program's, as that of a
# map, stands apart. Findings are warnings while the object is made. With --capabilities= the kernel is asked with no others.
# It can be no judge of what another kernel rejects: with --kernel= the findings are printed to be looked through.
#
# With --a= or --b= it compares two sets of bpfcc's options and clang instead: builds/builds.py.
import collections
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "builds"))
import builds
from findings import Programs, findings_in
from size import instructions
from verdict import LOADS, NOT_JUDGED, REJECTED, Verdict, verdicts

# What is made of a file: the verdict on each program, or None and why it does not compile; findings beside them; how large it is.
Made = collections.namedtuple("Made", "verdicts error alarms size")
MOST_INSTRUCTIONS = 1.1

ELSEWHERE = Verdict("elsewhere", "the line is no program's")


def add_options(parser, fills=False):
    """fills: set the sizes of maps that the object leaves to the program that loads it."""
    parser.set_defaults(fills=fills, more=[])
    parser.add_argument("--capabilities")
    parser.add_argument("--kernel")
    parser.add_argument("--corpus", default=pathlib.Path(sys.argv[0]).stem)
    builds.add_options(parser)


def target(options):
    """What bpfcc is told of who loads the object, and the options of a build."""
    words = {"capabilities": options.capabilities, "kernel": options.kernel}
    return [f"--{name}={value}" for name, value in words.items() if value] + options.more


def host_headers(clang):
    """The folders that the kernel's Makefiles ask clang for."""
    said = subprocess.run([clang, "-v", "-E", "-"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    listed = said.stderr.split("<...> search starts here:")[1].split("End of search list")[0]
    return [word for folder in listed.split() for word in ("-idirafter", folder)]


def alarms(compile_, source, options, said, made, judged):
    """A row for every finding and program that has the line: (program, its verdict, finding); one for a finding elsewhere."""
    found = findings_in(said.stderr)
    if not found:
        return []
    # Without -Werror: which of them are errors by themselves?
    errors = {each.where for each in findings_in(compile_(source, options, os.devnull, errors=True).stderr) if each.is_error}
    found = [each._replace(is_error=each.where in errors) for each in found]
    about = Programs(made)
    programs = [sorted(about.of(each) & judged.keys()) for each in found]
    return [(name, judged[name], each) for each, names in zip(found, programs) for name in names] + [
        ("", ELSEWHERE, each) for each, names in zip(found, programs) if not names]


def compile_and_ask(compile_, source, options, folder):
    made = os.path.join(folder, source.stem + ".o")
    said = compile_(source, options, made, errors=False)
    if said.returncode:
        return Made(None, next((line for line in said.stderr.splitlines() if "error" in line), said.stderr), [], 0)
    judged = verdicts(made, options.capabilities or "root", options.fills)
    return Made(judged, "", alarms(compile_, source, options, said, made, judged), instructions(made))


def compare(source, compilers, options):
    """For one file what became of it with either compiler: {"clang": ..., "bpfcc": ...}."""
    result = {}
    for name, compile_ in compilers.items():
        with tempfile.TemporaryDirectory() as folder:
            result[name] = compile_and_ask(compile_, source, options, folder)
    return result


def worse(source, result):
    """What clang can do here and bpfcc cannot, in words."""
    theirs, ours = result["clang"], result["bpfcc"]
    if theirs.verdicts is None:
        return
    if ours.verdicts is None:
        yield f"{source.name}: bpfcc does not compile it: {ours.error}"
        return
    for name, verdict in theirs.verdicts.items():
        own = ours.verdicts.get(name)
        if verdict.kind == LOADS and (not own or own.kind != LOADS):
            yield f"{source.name}: '{name}' does not load: {own.reason if own else 'it is not there'}"
    if ours.size > MOST_INSTRUCTIONS * theirs.size:
        yield f"{source.name}: {ours.size} instructions, {theirs.size} from clang"


def table(results):
    print(f"{'':8} {'files':>6} {'compiled':>9} {'programs':>9} {'load':>6} {'rejected':>8} {'not judged':>11}")
    for name in ("clang", "bpfcc"):
        made = [result[name].verdicts for result in results if result[name].verdicts is not None]
        kinds = [verdict.kind for each in made for verdict in each.values()]
        print(f"{name:8} {len(results):6} {len(made):9} {len(kinds):9} {kinds.count(LOADS):6} {kinds.count(REJECTED):8} "
              f"{kinds.count(NOT_JUDGED):11}")


def sizes(results):
    """The instructions of what both compile, and where bpfcc has the largest share of clang's."""
    both = [(result["clang"].size, result["bpfcc"].size) for result in results if result["clang"].size and result["bpfcc"].size]
    if not both:
        return
    theirs, ours = map(sum, zip(*both))
    most = max(own / other for other, own in both)
    print(f"\ninstructions of {len(both)} files: clang {theirs}, bpfcc {ours}, {ours / theirs:.4f} of them; {most:.3f} at most")


def alarm_table(rows):
    """How many findings are about programs that the kernel rejects, and every one about a program that it loads."""
    print(f"\n{'findings':24} {'rejected':>8} {'loads':>8} {'not judged':>11} {'elsewhere':>10}")
    for check in sorted({(finding.check, finding.is_error) for _, _, _, finding in rows}):
        kinds = [verdict.kind for _, _, verdict, finding in rows if (finding.check, finding.is_error) == check]
        print(f"{check[0] + (' (error)' if check[1] else ''):24} {kinds.count(REJECTED):8} {kinds.count(LOADS):8} "
              f"{kinds.count(NOT_JUDGED):11} {kinds.count(ELSEWHERE.kind):10}")
    false = 0
    for source, name, verdict, finding in rows:
        if verdict.kind == LOADS:
            false += finding.is_error
            print(f"{'false error' if finding.is_error else 'loads with a warning'}: {source.name}:{finding.line}: '{name}': "
                  f"{finding.message} [{finding.check}]")
        if verdict is ELSEWHERE:
            print(f"elsewhere: {source.name}:{finding.line}: {finding.message} [{finding.check}]")
    return false


def review(rows):
    """For a kernel that is not the running one: everything, for somebody to look through."""
    for source, name, _, finding in rows:
        print(f"{'error' if finding.is_error else 'warning'}: {source.name}:{finding.line}: '{name}': {finding.message} "
              f"[{finding.check}]")
    return 0


def compare_all(sources, compilers, options):
    """What the command ends with. A compiler is a function: (source, options, where to, errors=whether findings may be some)."""
    if builds.are_compared(options):
        return builds.compare(sources, compilers, options)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = []
        for result in pool.map(lambda source: compare(source, compilers, options), sources):
            results.append(result)
            if sys.stderr.isatty():
                print(f"\r{len(results)} of {len(sources)}", end="", file=sys.stderr)

    complaints = [line for source, result in zip(sources, results) for line in worse(source, result)]
    table(results)
    sizes(results)
    for line in complaints:
        print("worse:", line)
    rows = [(source, *alarm) for source, result in zip(sources, results) for alarm in result["bpfcc"].alarms]
    false = (review if options.kernel else alarm_table)(rows) if rows else 0
    if not any(verdict.kind == LOADS for result in results for verdict in (result["clang"].verdicts or {}).values()):
        return "no program of clang's loads, so nothing was compared"
    return bool(complaints or false)
