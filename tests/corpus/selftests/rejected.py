# rejected.py FOLDER [--missed]: how many of the programs of known-bad.csv bpfcc reports. FOLDER holds the sources of Linux 6.12.
#
# known-bad.csv has the 295 C programs of the selftests that Linux 6.18 rejected with a reason of the verifier's: the class of that
# reason, whether a compiler could see it (plausible), and the lines of the program. A program is reported if a finding of bpfcc's is at
# one of its lines, or was inlined there. Which findings are right is for the reader: each is printed with its program's class.
import argparse
import collections
import concurrent.futures
import csv
import os
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))
from selftests import call

PLACE = re.compile(r"^(?P<file>[^\n:]+):(?P<line>\d+):\d+: (?P<how>error|warning|note): (?P<message>.*)$")
CHECK = re.compile(r"\[(?:-Werror,)?-W(bpf-[a-z-]+)\]$")


def findings(text, name):
    """[(check, is_error, message, lines)]: the lines of that file that a finding is at, or that it was inlined at."""
    found = []
    for line in text.splitlines():
        place = PLACE.match(line)
        if not place:
            continue
        here = [int(place["line"])] if os.path.basename(place["file"]) == name else []
        if check := CHECK.search(place["message"]):
            found.append((check[1], place["how"] == "error", place["message"], here))
        elif place["how"] == "note" and found and "inlined" in place["message"]:
            found[-1][3].extend(here)
    return found


def rows():
    with open(HERE / "known-bad.csv") as file:
        return list(csv.DictReader(file))


def compile_all(folder, sources):
    bpf = folder / "tools/testing/selftests/bpf/progs"
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda name: call(os.environ["BPFCC"], bpf / name, "v3", ["-Wno-error"], os.devnull), sources)
        return {name: findings(result.stderr, name) for name, result in zip(sources, results)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    known = rows()
    found = compile_all(options.folder.resolve(), sorted({row["source"] for row in known}))
    count, reported, used = collections.Counter(), collections.Counter(), set()
    for row in known:
        lines = range(int(row["line"]), int(row["end"]) + 1)
        here = [each for each in found[row["source"]] if any(line in lines for line in each[3])]
        for kind in [row["kind"], "all"] + ["plausible"] * (row["plausible"] == "y"):
            count[kind] += 1
            reported[kind] += bool(here)
        used.update((row["source"], each[0], tuple(each[3])) for each in here)
        for each in here:
            print(f"{row['source']} {row['program']} ({row['kind']}): {each[2]}")
        if options.missed and not here:
            print(f"{row['source']} {row['program']} ({row['kind']}): nothing")
    elsewhere = [(name, each) for name, all_ in found.items() for each in all_ if (name, each[0], tuple(each[3])) not in used]
    for name, each in elsewhere:
        print(f"elsewhere: {name}:{','.join(map(str, each[3]))}: {'error' if each[1] else 'warning'}: {each[2]}")
    for kind in sorted(count):
        print(f"{kind:24} {reported[kind]:4} of {count[kind]:4}")


if __name__ == "__main__":
    main()
