# samples.py FOLDER HEADERS COMMON [NAME.c...] [--capabilities=NAMES] [--kernel=X.Y]: the comparison that `run` prepares. FOLDER
# holds the kernel's sources, HEADERS and COMMON those of its headers that were made for the machine, and the others.
#
# Both compilers are called as the samples' Makefile calls clang: for BPF where a name ends with .bpf.c; else for the host,
# with the kernel's own headers, and from there clang's IR goes to opt and llc. What is compared, and what fails:
# ../comparison.py.
import argparse
import os
import pathlib
import platform
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent))
from comparison import add_options, compare_all, host_headers, target

MACHINE = {"x86_64": "x86", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
# Those without either ending that the Makefile makes an object of.
OTHERS = ("parse_ldabs", "parse_simple", "parse_varlen", "test_lwt_bpf")


def flags_of_bpf(options):
    """The rule of %.bpf.o."""
    return ["-g", "-O2", "--target=bpf", f"-D__TARGET_ARCH_{MACHINE}", "-Wno-compare-distinct-pointer-types",
            f"-I{options.folder / 'include'}", f"-I{options.folder / 'samples/bpf'}", f"-I{options.folder / 'tools/include'}",
            f"-I{options.folder / 'made'}"]


def flags_of_host(options):
    """The rule of the others: LINUXINCLUDE and what is written there."""
    folders = [f"{root}/{folder}" for folder in (f"arch/{MACHINE}/include", "include", f"arch/{MACHINE}/include/uapi",
                                                 "include/uapi") for root in (options.common, options.headers)]
    made = [f"{options.headers}/{folder}" for folder in (f"arch/{MACHINE}/include/generated", "include/generated/uapi",
                                                        f"arch/{MACHINE}/include/generated/uapi")]
    return [f"--target={platform.machine()}-linux-gnu", "-nostdinc", *(f"-I{folder}" for folder in folders + made),
            "-include", f"{options.common}/include/linux/compiler-version.h",
            "-include", f"{options.common}/include/linux/kconfig.h", "-fno-stack-protector", "-g",
            f"-I{options.folder / 'tools/testing/selftests/bpf'}", f"-I{options.folder / 'made'}",
            "-D__KERNEL__", "-D__BPF_TRACING__", f"-D__TARGET_ARCH_{MACHINE}", "-Wno-unused-value", "-Wno-pointer-sign",
            "-Wno-compare-distinct-pointer-types", "-Wno-gnu-variable-sized-type-not-at-end",
            "-Wno-address-of-packed-member", "-Wno-tautological-compare", "-Wno-unknown-warning-option",
            "-fno-asynchronous-unwind-tables", f"-I{options.folder / 'samples/bpf'}", "-include", "asm_goto_workaround.h",
            "-O2"]


def is_for_bpf(source):
    return source.name.endswith(".bpf.c")


def run(words):
    return subprocess.run(words, capture_output=True, text=True, errors="replace")


def compilers(clang, bpfcc, options):
    folders = host_headers(clang)
    tools = pathlib.Path(clang).parent

    def with_clang(source, options, made, errors):
        if is_for_bpf(source):
            return run([clang, *flags_of_bpf(options), *folders, *options.more, "-c", source, "-o", made])
        front = shlex.join([clang, *flags_of_host(options), "-emit-llvm", "-Xclang", "-disable-llvm-passes", "-c", str(source)])
        cpu = " ".join(word for word in options.more if word.startswith("-mcpu="))
        return run(["bash", "-o", "pipefail", "-c", f"{front} -o - | {tools}/opt -O2 -mtriple=bpf-pc-linux | "
                                                    f"{tools}/llc -march=bpf {cpu} -filetype=obj -o {made}"])

    def with_bpfcc(source, options, made, errors):
        flags = flags_of_bpf(options) if is_for_bpf(source) else flags_of_host(options)
        return run([bpfcc, *flags, *([] if errors else ["-Wno-error=bpf"]), *target(options), "-c", source, "-o", made])

    return {"clang": with_clang, "bpfcc": with_bpfcc}


def main():
    parser = argparse.ArgumentParser()
    for name in ("folder", "headers", "common"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    add_options(parser)
    options = parser.parse_args()
    options.folder = options.folder.resolve()

    samples = options.folder / "samples/bpf"
    every = [path for path in samples.glob("*.c") if path.stem.endswith(("_kern", ".bpf")) or path.stem in OTHERS]
    sources = [samples / name for name in options.names] or sorted(every)
    sys.exit(compare_all(sources, compilers(os.environ["CLANG"], os.environ["BPFCC"], options), options))


if __name__ == "__main__":
    main()
