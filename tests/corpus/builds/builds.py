# Compares two sets of options of bpfcc, and clang, on a corpus: called by ../comparison.py if --a or --b is given.
import json
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from build import SIDES, build
from changes import changes
from kernels import ask
from medians import medians, sections
from relocations import relocations
from table import failures, print_details, print_table

PAIRS = (("a", "b"), ("clang", "b"))


def add_options(parser):
    parser.add_argument("--a", metavar="OPTIONS", help="compare builds: bpfcc's options of the old build")
    parser.add_argument("--b", metavar="OPTIONS", help="compare builds: bpfcc's options of the new build")
    parser.add_argument("--all-builds", metavar="OPTIONS", default="", help="options of both builds and of clang, such as -mcpu=v3")
    parser.add_argument("--kernels", default="running", help="the kernels to ask, such as running,6.1 (default: running)")
    parser.add_argument("--json", type=pathlib.Path, help="also write the rows of the table to this file")


def are_compared(options):
    return options.a is not None or options.b is not None


def by_program(objects, results):
    """{(source, program): Result} of one build."""
    return {(source, program): result for source, object_ in objects.items() if object_
            for program, result in results[object_.name].items()}


def progress(kernel):
    def report(done, count):
        print(f"Linux {kernel}: {done} of {count} objects", end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr)
    return report


def rows_of(objects, options, folder):
    found = {path: relocations(path) for path in pathlib.Path(folder).glob("*.o")}
    core = {side: {source: found[object_] for source, object_ in objects[side].items() if object_} for side in SIDES}
    section_of = {(source, program): section for source, object_ in objects["b"].items() if object_
                  for program, section in sections(object_).items()}
    for kernel in options.kernels.split(","):
        release, results = ask(kernel, folder, progress(kernel))
        programs = {side: by_program(objects[side], results) for side in SIDES}
        for old, new in PAIRS:
            yield {"corpus": options.corpus, "kernel": release, "old": old, "new": new,
                   "options": {side: getattr(options, side) or "" for side in ("a", "b", "all_builds")},
                   **changes(programs[old], programs[new], core[old], core[new]),
                   "medians": medians(programs[old], programs[new], section_of)}


def compare(sources, compilers, options):
    options.a, options.b = options.a or "", options.b or ""
    with tempfile.TemporaryDirectory() as folder:
        objects = build(sources, compilers, options, folder)
        rows = list(rows_of(objects, options, folder))
    print_table(rows)
    print_details(rows)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n")
    return any(map(failures, rows))
