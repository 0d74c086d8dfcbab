# rejected.py FOLDER [SOURCE...] [--missed]: how many of the programs of known-bad.csv bpfcc reports. FOLDER holds the sources of Linux 6.12.
#
# known-bad.csv has the 295 C programs of the selftests that Linux 6.18 rejected with a reason of the verifier's: the class of that
# reason, whether a compiler could see it (plausible), and the lines of the program. A program is reported if a finding of bpfcc's is at
# a line of its code, of what was inlined there, or of a function that it calls: ../findings.py; or at one of its lines. Which findings are right is for the
# reader: each is printed with its program's class, and one that is about no such program as elsewhere.
import argparse
import collections
import concurrent.futures
import csv
import os
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE), str(HERE.parent)]
from findings import Programs, findings_in
from selftests import call


def rows():
    with open(HERE / "known-bad.csv") as file:
        return list(csv.DictReader(file))


def findings(source):
    """[(finding, the programs that it is about)]. Findings are warnings while the object is made."""
    errors = findings_in(call(os.environ["BPFCC"], source, "v3", ["-Wno-error"], os.devnull).stderr)
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, "made.o")
        said = call(os.environ["BPFCC"], source, "v3", ["-Wno-error=bpf"], made)
        found, programs = findings_in(said.stderr), Programs(made)
    is_error = {each.where: each.is_error for each in errors}
    return [(each._replace(is_error=is_error.get(each.where, False)), programs.of(each)) for each in found]


def is_within(finding, row):
    """A return that paths share has no code of its own."""
    name = os.path.basename(finding.where.split(":")[0])
    return name == row["source"] and int(row["line"]) <= finding.line <= int(row["end"])


def compile_all(folder, sources):
    progs = folder / "tools/testing/selftests/bpf/progs"
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(sources, pool.map(lambda name: findings(progs / name), sources)))


def words(finding):
    return f"{'error' if finding.is_error else 'warning'}: {finding.message} [-Wbpf-{finding.check}]"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("sources", nargs="*", help="count the programs of these only")
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    known = [row for row in rows() if not options.sources or row["source"] in options.sources]
    found = compile_all(options.folder.resolve(), sorted({row["source"] for row in known}))
    count, reported, used = collections.Counter(), collections.Counter(), set()
    for row in known:
        here = [finding for finding, programs in found[row["source"]]
                if row["program"] in programs or is_within(finding, row)]
        for kind in [row["kind"], "all"] + ["plausible", f"{row['kind']}, plausible"] * (row["plausible"] == "y"):
            count[kind] += 1
            reported[kind] += bool(here)
        used.update((row["source"], finding) for finding in here)
        for finding in here:
            print(f"{row['source']}:{finding.line}: {row['program']} ({row['kind']}): {words(finding)}")
        if options.missed and not here:
            print(f"{row['source']}:{row['line']}: {row['program']} ({row['kind']}): nothing")
    for source, all_ in found.items():
        for finding, programs in all_:
            if (source, finding) not in used:
                print(f"elsewhere: {source}:{finding.line}: {', '.join(sorted(programs))}: {words(finding)}")
    for kind in sorted(count):
        print(f"{kind:30} {reported[kind]:4} of {count[kind]:4}")


if __name__ == "__main__":
    main()
