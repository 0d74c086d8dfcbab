# The command line of the differential tester. README.md describes how to use it and how it works.
import argparse
import os
import pathlib
import shlex
import sys
import tempfile

from compilers import Bpfcc, Compiler, clang
from generator.program import Program
from problem import Problem
from session import Session

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def parse():
    parser = argparse.ArgumentParser(prog="tests/differential/run", description="Compiles random C programs for the host, with "
                                     "clang and with bpfcc, and compares their results.", epilog="Exit status: 0 all results are "
                                     "equal, 1 wrong results or too many rejected programs, 2 an internal error, 77 the kernel "
                                     "does not load programs.")
    add = parser.add_argument
    add("--seed", type=int, default=1, help="the seed of the first program; the others follow (default: 1)")
    add("--programs", type=int, default=200, help="the number of programs (default: 200)")
    add("--inputs", type=int, default=8, help="the number of packets and map contents to run each program with (default: 8)")
    add("--configurations", type=int, default=3, help="the number of bpfcc configurations for each program (default: 3)")
    add("--options", action="append", help="compile with these options instead of random configurations; may be repeated")
    add("--bpfcc", default=os.environ.get("BPFCC", ROOT / "build/release/bin/bpfcc"), help="the bpfcc to test")
    add("--bpfcc-options", default="", help="additional options for bpfcc")
    add("--clang", default=os.environ.get("CLANG", "clang-22"), help="the clang to test")
    add("--compiler", action="append", default=[], metavar="NAME=COMMAND",
        help="test another compiler, called with clang's options; may be repeated")
    add("--only", action="append", metavar="NAME",
        help="test only this compiler: bpfcc, clang or one of --compiler; may be repeated")
    add("--jobs", type=int, default=os.cpu_count(), help="the number of parallel jobs (default: the number of processors)")
    add("--rejected", type=float, default=5, help="the percentage of programs that may be rejected by the kernel (default: 5)")
    add("--minimize", type=float, default=60, metavar="SECONDS", help="the time to reduce a failing program (default: 60)")
    add("--failures", type=int, default=3, help="the number of failing programs to reduce (default: 3)")
    add("--keep", type=pathlib.Path, default=ROOT / "build/differential", metavar="FOLDER",
        help="the folder for failing programs (default: build/differential)")
    add("--json", type=pathlib.Path, help="also write the summary to this file")
    add("--print", action="store_true", help="print the programs instead of running them")
    return parser.parse_args()


def make_compilers(options, bpfcc):
    """The compilers to test, by name."""
    result = {"bpfcc": bpfcc.compiler, "clang": clang(options.clang)}
    for text in options.compiler:
        name, separator, command = text.partition("=")
        if not separator:
            raise Problem(f"'--compiler={text}' is not NAME=COMMAND", 1)
        result[name] = Compiler(name, (*shlex.split(command), *result["clang"].words[1:]))
    for name in options.only or ():
        if name not in result:
            raise Problem(f"'--only={name}': there are {', '.join(result)}", 1)
    return {name: compiler for name, compiler in result.items() if not options.only or name in options.only}


def main():
    options = parse()
    if options.print:
        print("\n".join(Program(seed).text for seed in range(options.seed, options.seed + options.programs)), end="")
        return 0
    bpfcc = Bpfcc(str(options.bpfcc), shlex.split(options.bpfcc_options))
    with tempfile.TemporaryDirectory(prefix="differential-") as folder:
        session = Session(options, bpfcc, make_compilers(options, bpfcc), folder)
        try:
            return session.run()
        finally:
            session.pool.shutdown(cancel_futures=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Problem as problem:
        print(f"error: {problem}", file=sys.stderr)
        sys.exit(problem.code)
