# field.py FOLDER MADE [PROJECT...] [--seconds TIMES] [--cpu=CPU] [--capabilities=NAMES] [--kernel=X.Y]: the comparison that `run`
# prepares.
# FOLDER holds the projects' sources, MADE libbpf's headers and the kernel's types.
#
# Both compilers get the flags of projects.py, except that bpfcc gets no folder of the host's headers, and the name of the loader. A project whose sources
# are not there is left out. Without --cpu each has its own default instruction set where the project names none: bpfcc's is newer, so
# that its objects are smaller. What is compared, and what fails: ../comparison.py.
import argparse
import os
import pathlib
import platform
import shlex
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from comparison import add_options, compare_all, host_headers, target
from projects import PROJECTS

MACHINE = {"x86_64": "x86", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
MULTIARCH = f"/usr/include/{platform.machine()}-linux-gnu"


def programs(project, options):
    """{source: its flags}, {host} standing for the folders that Makefiles ask clang for."""
    root = options.folder / (project.package or "linux")
    words = project.flags.format(root=root, here=HERE, made=options.made, machine=MACHINE, multiarch=MULTIARCH, host="{host}")
    return {path: words.split() for pattern in project.sources for path in sorted(root.glob(pattern)) if is_program(path)}


def is_program(path):
    """A Makefile's pattern takes what its folder holds; so that a user's part beside it is none, a section has to be there."""
    return any(word in path.read_text(errors="replace") for word in ("SEC(", "__section(", "section(", "__noinline"))


def compilers(clang, bpfcc, flags, loaders):
    folders = host_headers(clang)

    def words(source, host):
        for word in flags[source]:
            yield from host if word == "{host}" else [word]

    def run(command, source):
        return subprocess.run(command, capture_output=True, text=True, errors="replace", cwd=source.parent)

    def with_clang(source, options, made, errors):
        return run([clang, *words(source, folders), *options.more, "-c", source, "-o", made], source)

    def with_bpfcc(source, options, made, errors):
        more = [f"--loader={loaders[source]}", "-Wno-error" if errors else "-Wno-error=bpf", *target(options)]
        return run([bpfcc, *words(source, []), *more, "-c", source, "-o", made], source)

    return {"clang": with_clang, "bpfcc": with_bpfcc}


def measure(flags, compile_with, options):
    """Seconds for all files that both compile, one after the other, in turn."""
    both = [source for source in flags
            if not any(compile_(source, options, os.devnull, errors=False).returncode for compile_ in compile_with.values())]
    print(len(both), "files")
    for _ in range(options.seconds):
        for name, compile_ in compile_with.items():
            before = time.monotonic(), sum(os.times()[2:4])
            for source in both:
                compile_(source, options, "/dev/null", errors=False)
            print(f"{name:8} {time.monotonic() - before[0]:7.1f} s, CPU {sum(os.times()[2:4]) - before[1]:7.1f} s")
    return 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("made", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--cpu")
    add_options(parser, fills=True)
    options = parser.parse_args()
    options.more = [f"-mcpu={options.cpu}"] if options.cpu else []
    options.folder, options.made = options.folder.resolve(), options.made.resolve()

    chosen = [project for project in PROJECTS if not options.names or project.name in options.names]
    flags = {source: words for project in chosen for source, words in programs(project, options).items()}
    loaders = {source: project.loader for project in chosen for source in programs(project, options)}
    compile_with = compilers(os.environ["CLANG"], os.environ["BPFCC"], flags, loaders)
    sys.exit(measure(flags, compile_with, options) if options.seconds else compare_all(list(flags), compile_with, options))


if __name__ == "__main__":
    main()
