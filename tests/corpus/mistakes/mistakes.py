# mistakes.py FOLDER: compiles each program of FOLDER as it is and with -DFIXED. The first line says what is wrong, the second which
# check, or which words of clang's, have to tell it at compile time. The mistake has to be reported, with an error or a warning; the
# fixed program has to compile without one, and the running kernel has to accept it.
import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from findings import findings_in
from verdict import LOADS, NOT_JUDGED, verdicts


def compiled(source, made, *options):
    words = [os.environ["BPFCC"], "-O2", *options, str(source), "-o", made]
    return subprocess.run(words, capture_output=True, text=True)


def told(source, check, made):
    said = compiled(source, made).stderr
    return any(each.check == check for each in findings_in(said)) or f"error: {check}" in said


def wrong(source, folder):
    """What is wrong with the answers to a mistake; empty for nothing."""
    check = source.read_text().splitlines()[1].removeprefix("// check: ")
    if not told(source, check, f"{folder}/bad.o"):
        return f"{check} does not report it"
    made = f"{folder}/fixed.o"
    said = compiled(source, made, "-DFIXED", "-Werror")
    if said.returncode:
        return f"the fixed program is reported: {said.stderr.splitlines()[0]}"
    refused = [name for name, verdict in verdicts(made).items() if verdict.kind not in (LOADS, NOT_JUDGED)]
    return f"the kernel rejects the fixed program {refused}" if refused else ""


def main():
    sources, count = sorted(pathlib.Path(sys.argv[1]).glob("*.c")), 0
    with tempfile.TemporaryDirectory() as folder:
        for source in sources:
            fault = wrong(source, folder)
            count += not fault
            if fault:
                print(f"{source.name}: {fault}")
    print(f"{count} of {len(sources)} mistakes are told, and their repair loads")
    sys.exit(count != len(sources))


if __name__ == "__main__":
    main()
