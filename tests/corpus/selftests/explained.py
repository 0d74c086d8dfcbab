# explained.py FOLDER [SOURCE...] [options]: the counts that `explained` prepares.
# FOLDER holds the kernel's sources.
#
# A program counts if the verifier of the running kernel rejects it; the others are listed with what bpfcc says of them. Of each:
#   line      the place is in the program, in a line of a function that its path goes through by the verifier's own log, or, where
#             the log shows no path, in the line of a function that the list names
#   headline  it is a sentence of ours, not the verifier's
#   chain     a note has another place: an earlier one that caused it, or where the kind has none the declaration that decides
import argparse
import collections
import csv
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent))
from selftests import flags

# The kinds in which something earlier on the path is the cause. In the others a declaration decides: of the program's section, of a
# map, of a structure, or of a function.
EARLIER = {"null-check", "dynptr state", "use after release", "balance", "leak", "released twice", "bounds", "uninitialized", "iterator",
           "packet", "loop", "argument kind"}

# The least that holds of the programs counted, in percent.
MUST = {"line": 100, "headline": 90, "chain": 85, "declaration": 60}

# With the source at hand the place comes first.
BEGIN = re.compile(r"^(?=error: |[^\s:]+:\d+:(?:\d+:)? error: )", re.MULTILINE)
PLACE = r"([^\s:]+):(\d+):(?:\d+:)?"
REPORT = re.compile(rf"^(?:(error|note): {PLACE}|{PLACE} (error|note):) (.*)$", re.MULTILINE)
REJECTS = re.compile(r"^(?:note|error|\S+ error): (?:\S+:\d+:\d+: )?Linux [0-9.]+ rejects '([^']+)': ", re.MULTILINE)
PROGRAM_LOG = re.compile(r"^prog '([^']+)': -- BEGIN PROG LOAD LOG --\n(.*?)^prog '\1': -- END", re.MULTILINE | re.DOTALL)
# Of the verifier's words, not of the cause.
WORDS = ("the last instruction that the verifier processed", "the verifier reported before")

Answer = collections.namedtuple("Answer", "text line headline chain")


def compiled(bpfcc, progs, name, made):
    """The compiler's words where it fails."""
    words = [bpfcc, *flags(progs.parent, name, "v3"), "-Wno-error", "-Wno-bpf", "-c", f"progs/{name}.c", "-o", made]
    done = subprocess.run(words, cwd=progs.parent, capture_output=True, text=True, errors="replace")
    return done.returncode != 0 and done.stderr


def asked(bpfcc, progs, made):
    """What bpfcc prints of an object, and the verifier's logs by program."""
    log = made.with_suffix(".log")
    log.unlink(missing_ok=True)
    done = subprocess.run([bpfcc, "--verify", f"--verify-log={log}", made], cwd=progs, capture_output=True, text=True,
                          errors="replace")
    return done.stderr, dict(PROGRAM_LOG.findall(log.read_text(errors="replace"))) if log.exists() else {}


def reports(text):
    """The error and the notes with a place: (what, file, line, words)."""
    for what, file, line, file_first, line_first, what_last, words in REPORT.findall(text):
        yield what or what_last, pathlib.Path(file or file_first).name, int(line or line_first), words


def judge(row, text, log):
    places = list(reports(text))
    found = next(((name, line) for what, name, line, _ in places if what == "error"), None)
    own = found is not None and found[0] == row["source"] and (int(row["line"]) <= found[1] <= int(row["end"]) or str(found[1]) == row["also"])
    walked = found is not None and f"{found[0]}:{found[1]}" in log
    headline = not REJECTS.match(text)
    chain = any(what == "note" and (name, line) != found and not words.startswith(WORDS) for what, name, line, words in places)
    return Answer(text, own or walked, headline, chain)


def answers(bpfcc, progs, objects, rows):
    """{(source, program): Answer, or why there is none}"""
    result = {}
    for source in sorted({row["source"] for row in rows}):
        made = objects / f"{source[:-2]}.o"
        failure = not made.exists() and compiled(bpfcc, progs, source[:-2], made)
        shown, logs = ("", {}) if failure else asked(bpfcc, progs, made)
        texts = BEGIN.split(shown)
        said = {match[1]: text for text in texts if (match := REJECTS.search(text))}
        for row in (row for row in rows if row["source"] == source):
            program = row["program"]
            if program in said:
                result[source, program] = judge(row, said[program], logs.get(program, ""))
            else:
                other = [text.split("\n")[0] for text in texts if f"'{program}'" in text]
                result[source, program] = failure.split("\n")[0] if failure else (other or ["the kernel accepts it"])[0]
    return result


def percent(part, whole):
    return 100 * part / whole if whole else 100


def table(rows, said):
    """A line for each kind; returns what holds of all of them, in percent."""
    kinds = collections.defaultdict(list)
    for row in rows:
        kinds[row["kind"]].append(said[row["source"], row["program"]])
    print(f"{'kind':30} {'asked':>6} {'line':>6} {'words':>6} {'chain':>6}")
    for earlier in (True, False):
        print("-- an earlier place is the cause" if earlier else "-- a declaration decides")
        for kind, each in sorted(kinds.items()):
            if (kind in EARLIER) == earlier:
                print(f"{kind:30} {len(each):6} {sum(a.line for a in each):6} {sum(a.headline for a in each):6} "
                      f"{sum(a.chain for a in each):6}")
    every = [a for each in kinds.values() for a in each]
    caused = [a for kind, each in kinds.items() if kind in EARLIER for a in each]
    decided = [a for kind, each in kinds.items() if kind not in EARLIER for a in each]
    result = {"line": percent(sum(a.line for a in every), len(every)), "headline": percent(sum(a.headline for a in every), len(every)),
              "chain": percent(sum(a.chain for a in caused), len(caused)),
              "declaration": percent(sum(a.chain for a in decided), len(decided))}
    print(f"-- {len(every)} programs: right line {result['line']:.1f} %, headline in words {result['headline']:.1f} %; an earlier place is "
          f"named for {result['chain']:.1f} % of {len(caused)}, the declaration for {result['declaration']:.1f} % of {len(decided)}")
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("names", nargs="*", help="these sources alone")
    parser.add_argument("--objects", type=pathlib.Path, help="keep the objects in this folder, and do not compile what is there")
    parser.add_argument("--known-bad", type=pathlib.Path, default=HERE / "known-bad.csv")
    parser.add_argument("--print", metavar="KIND", help="the whole answer for each program of this kind; '' for every kind")
    parser.add_argument("--lacking", action="store_true", help="the whole answer for each program that misses one of the three")
    parser.add_argument("--draw", type=int, default=0, help="the whole answer for so many, drawn at random, to be read")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--must", action="store_true", help="fail if less than " + str(MUST))
    options = parser.parse_intermixed_args()

    with open(options.known_bad, newline="") as file:
        rows = [row for row in csv.DictReader(file) if not options.names or row["source"] in options.names]
    progs = options.folder.resolve() / "tools/testing/selftests/bpf/progs"
    with tempfile.TemporaryDirectory() as temporary:
        objects = (options.objects or pathlib.Path(temporary)).resolve()
        objects.mkdir(parents=True, exist_ok=True)
        said = answers(os.environ["BPFCC"], progs, objects, rows)
    judged = [row for row in rows if isinstance(said[row["source"], row["program"]], Answer)]
    for row in rows:
        if row not in judged:
            print(f"not counted: {row['source']} {row['program']}: {said[row['source'], row['program']]}")
    drawn = random.Random(options.seed).sample(judged, options.draw) if options.draw else []
    for row in judged:
        answer = said[row["source"], row["program"]]
        lacking = options.lacking and not (answer.line and answer.headline and answer.chain)
        if row in drawn or lacking or options.print is not None and options.print in row["kind"]:
            missing = " ".join(part for part in ("line", "headline", "chain") if not getattr(answer, part))
            print(f"## {row['kind']}: {row['source']} {row['program']}{' (misses ' + missing + ')' if missing else ''}\n{answer.text.rstrip()}")
    held = table(judged, said)
    sys.exit(1 if options.must and any(held[part] < least for part, least in MUST.items()) else 0)


if __name__ == "__main__":
    main()
