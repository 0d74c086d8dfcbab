# corpora.py [OPTION...]: compares builds on all corpora, and prints one table. See `run`.
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from builds import add_options
from table import failures, print_details, print_table

# name: (environment, command).
CORPORA = {
    "selftests": ({}, ["selftests/run", "--all"]),
    "selftests-6.1": ({"LINUX": "6.1"}, ["selftests/run", "--all"]),
    "samples": ({}, ["samples/run"]),
    "samples-6.1": ({"LINUX": "6.1"}, ["samples/run"]),
    "field": ({}, ["field/run"]),
    "legacy": ({}, ["legacy/run"]),
}


def main():
    parser = argparse.ArgumentParser(prog="tests/corpus/builds/run")
    parser.add_argument("--corpora", default=",".join(CORPORA), help=f"the corpora to compare (default: {','.join(CORPORA)})")
    add_options(parser)
    options = parser.parse_args()
    unknown = set(options.corpora.split(",")) - CORPORA.keys()
    if unknown:
        parser.error(f"unknown corpus '{min(unknown)}' (expected {', '.join(CORPORA)})")
    rows = []
    for corpus in options.corpora.split(","):
        print(f"== {corpus}", file=sys.stderr)
        environment, (command, *words) = CORPORA[corpus]
        with tempfile.NamedTemporaryFile() as file:
            done = subprocess.run([HERE.parent / command, *words, f"--a={options.a or ''}", f"--b={options.b or ''}", f"--corpus={corpus}",
                                   f"--all-builds={options.all_builds}", f"--kernels={options.kernels}", f"--json={file.name}"],
                                  stdout=subprocess.DEVNULL, env=os.environ | environment)
            said = pathlib.Path(file.name).read_text()
        if not said:
            print(f"error: {command} ended with {done.returncode} before it printed a table", file=sys.stderr)
            return 2
        rows += json.loads(said)
        if options.json:
            options.json.write_text(json.dumps(rows, indent=2) + "\n")
    print_table(rows)
    print_details(rows)
    return 1 if any(map(failures, rows)) else 0


if __name__ == "__main__":
    sys.exit(main())
