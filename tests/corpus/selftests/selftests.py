# selftests.py FOLDER [--sample | --all | NAME.c...] [--cpu=CPU] [--capabilities=NAMES] [--kernel=X.Y]: the comparison that
# `run` prepares. FOLDER holds the kernel's sources.
#
# Both compilers are called as the selftests' Makefile calls clang, except that bpfcc gets no folder of the host's headers.
# What is compared, and what fails: ../comparison.py.
import argparse
import functools
import os
import pathlib
import platform
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent))
from comparison import add_options, compare_all, host_headers, target

SAMPLE = 60
NO_INLINE = ("test_l4lb_noinline", "test_xdp_noinline")


@functools.cache
def has_all_warnings(bpf):
    """They came with 6.10."""
    return bool(re.search(r"^BPF_CFLAGS = .*-Wall", (bpf / "Makefile").read_text(), re.MULTILINE))


def flags(bpf, name, cpu):
    """The Makefile's BPF_CFLAGS, and the rest of its rule."""
    machine = {"x86_64": "x86", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    return ["-g", *(["-Wall"] if has_all_warnings(bpf) else []), "-Werror", f"-D__TARGET_ARCH_{machine}", f"-m{sys.byteorder}-endian",
            f"-I{bpf.parents[3] / 'made'}", f"-I{bpf}", f"-I{bpf.parents[2] / 'include' / 'uapi'}",
            "-Wno-compare-distinct-pointer-types", "-DENABLE_ATOMICS_TESTS",
            *(["-fno-inline"] if name in NO_INLINE else []), "-O2", "--target=bpf", f"-mcpu={cpu}"]


def call(compiler, source, cpu, more, made):
    words = [compiler, *flags(source.parents[1], source.stem, cpu), *more, "-c", source, "-o", made]
    return subprocess.run(words, capture_output=True, text=True, errors="replace")


def compilers(clang, bpfcc):
    folders = host_headers(clang)

    def with_clang(source, options, made, errors):
        return call(clang, source, options.cpu, folders + options.more, made)

    def with_bpfcc(source, options, made, errors):
        return call(bpfcc, source, options.cpu, ["-Wno-error" if errors else "-Wno-error=bpf", *target(options)], made)

    return {"clang": with_clang, "bpfcc": with_bpfcc}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--cpu", default="v3")
    add_options(parser)
    options = parser.parse_args()

    progs = options.folder.resolve() / "tools/testing/selftests/bpf/progs"
    names = options.names or (HERE / "programs").read_text().split()
    names = names[:SAMPLE] if options.sample else names
    sources = sorted(progs.glob("*.c")) if options.all else [progs / name for name in names]
    sys.exit(compare_all(sources, compilers(os.environ["CLANG"], os.environ["BPFCC"]), options))


if __name__ == "__main__":
    main()
