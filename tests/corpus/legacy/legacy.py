# legacy.py [--debian FOLDER]: compiles programs whose maps are in the section `maps` with clang and with bpfcc, has bpftool (and
# so libbpf and the kernel) load both, and prints what became of each. Fails where bpfcc's object is not loaded.
#
# Without an argument the programs are those in Inputs/; with one also Debian's, which `run` puts into that folder. With --a= or --b= it
# compares two sets of bpfcc's options and clang instead: ../builds/builds.py.
import argparse
import collections
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(HERE.parent / "builds"))
import builds

# type: what bpftool is told where the section's name does not tell it.
Program = collections.namedtuple("Program", "source type options", defaults=(None, ()))

# Of those in Inputs/ only the sections of tail calls tell no type.
OWN = {"tail-sections": "classifier"}

# Compiled in the folder that `run` fills. What the kernel's internal headers give the samples comes from those for users.
SAMPLE = ("-Ilinux", "-include", "stdint.h", "-include", "linux/types.h", "-include", "bpf/bpf_endian.h", "-Dhtons=bpf_htons",
          "-Wno-everything", "-Werror=implicit-function-declaration")
SELFTEST = ("-Ilinux/tools/testing/selftests/bpf", "-D__x86_64__", "-Wno-everything")
IPROUTE2 = (f"-I{ROOT}/examples/guide",)
DEBIAN = (
    Program("linux/samples/bpf/lwt_len_hist_kern.c", "lwt_out", SAMPLE),
    Program("linux/samples/bpf/tc_l2_redirect_kern.c", "classifier", SAMPLE),
    Program("linux/samples/bpf/test_cgrp2_tc_kern.c", "classifier", SAMPLE),
    Program("linux/tools/testing/selftests/bpf/progs/test_sk_assign.c", "classifier", SELFTEST),
    *(Program(f"iproute2/examples/bpf/legacy/bpf_{name}.c", "classifier", IPROUTE2)
      for name in ("cyclic", "graft", "map_in_map", "shared", "tailcall")))


def compile_(compiler, program, made):
    words = [*compiler, "-O2", "-g", *program.options, f"-I{HERE}/include", "-c", program.source, "-o", made]
    return subprocess.run(words, capture_output=True, text=True)


def compiled(compiler, program, made):
    """Why there is no object, or nothing."""
    said = compile_(compiler, program, made)
    return next((line for line in said.stderr.splitlines() if "error:" in line), said.stderr) if said.returncode else ""


def loaded(made, program):
    """Why it is not loaded, or nothing. The pins go with the BPF file system."""
    words = ["sh", "-c", 'mount -t bpf bpf /sys/fs/bpf && exec "$@"', "sh",
             "bpftool", "prog", "loadall", made, "/sys/fs/bpf/programs", *(["type", program.type] if program.type else [])]
    said = subprocess.run(["unshare", "--mount", *words], capture_output=True, text=True)
    return reason(said.stderr) if said.returncode else ""


def reason(said):
    """The line that tells most: what libbpf minds, or the verifier's last word."""
    lines = [line.removeprefix("libbpf: ") for line in said.splitlines() if line.strip()]
    for number, line in enumerate(lines):
        if re.match(r"processed \d+ insns", line):
            return lines[number - 1]
    return lines[0] if lines else "nothing said"


def became(compiler, program, folder):
    made = os.path.join(folder, "made.o")
    why_not = compiled(compiler, program, made)
    if why_not:
        return "does not compile: " + why_not
    why_not = loaded(made, program)
    return "rejected: " + why_not if why_not else "loads"


def compare_builds(programs, compilers, options):
    by_source = {pathlib.Path(program.source).resolve(): program for program in programs}

    def with_compiler(name):
        return lambda source, options, made, errors: compile_([*compilers[name], *options.more], by_source[source], made)

    return builds.compare(list(by_source), {name: with_compiler(name) for name in compilers}, options)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--debian", type=pathlib.Path)
    arguments.add_argument("--corpus", default="legacy")
    builds.add_options(arguments)
    options = arguments.parse_args()
    debian = options.debian
    programs = [Program(str(each), OWN.get(each.stem)) for each in sorted(HERE.glob("Inputs/*.c"))]
    if debian:
        os.chdir(debian)
        programs += DEBIAN
    host = f"/usr/include/{os.uname().machine}-linux-gnu"
    compilers = {"clang": [os.environ["CLANG"], "--target=bpf", "-ffreestanding", "-idirafter", host],
                 "bpfcc": [os.environ["BPFCC"]]}
    if builds.are_compared(options):
        sys.exit(compare_builds(programs, compilers, options))
    count = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for program in programs:
            for name, compiler in compilers.items():
                fate = became(compiler, program, folder)
                count[name, fate == "loads"] += 1
                print(f"{os.path.basename(program.source)}: {name}: {fate}")
    for name in compilers:
        print(f"{name}: {count[name, True]} of {len(programs)} load")
    sys.exit(0 if count["bpfcc", True] == len(programs) else 1)


main()
