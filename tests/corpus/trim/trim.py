# trim.py [CORPUS...] [--first=WORDS] [--second=WORDS] [--flags=WORDS] [--drop=WORDS] [--only=TEXT] [--sample=N] [--header=FILE]
#         [--ignore=NAMES]: the comparison that `run` prepares.
#
# Each program is compiled in two ways. Exit code, object, what is printed and the dependency file have to be the same. CORPUS is
# selftests, field or examples; all of them without one.
import argparse
import concurrent.futures
import os
import pathlib
import random
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.dont_write_bytecode = True
for folder in ("", "selftests", "field"):
    sys.path.insert(0, str(HERE.parent / folder))
import field
import projects
import selftests

MACHINE = field.MACHINE


def selftest_programs(folder):
    bpf = folder / "tools/testing/selftests/bpf"
    for source in sorted(bpf.glob("progs/*.c")):
        yield source, [word for word in selftests.flags(bpf, source.stem, "v3") if word != "-Werror"]


def field_programs(folder, made):
    options = argparse.Namespace(folder=folder, made=made)
    for project in projects.PROJECTS:
        for source, words in field.programs(project, options).items():
            yield source, [word for word in words if word not in ("{host}", "-Werror")] + [f"--loader={project.loader}"]


def example_programs(made):
    for source in [*sorted(ROOT.glob("examples/**/*.bpf.c")), *sorted(ROOT.glob("tests/corpus/*.c")), *sorted(ROOT.glob("tests/bench/*.c"))]:
        yield source, ["-O2", "-Wall", f"-I{made}", f"-D__TARGET_ARCH_{MACHINE}"]


def replace_header(words, made, folder):
    """Words that find another vmlinux.h before that of `made`."""
    return [each for word in words for each in ([f"-I{folder}", word] if word == f"-I{made}" else [word])]


def compile_(words, source, folder, flags):
    """All that comes of a compile, by name."""
    made, listed = folder / "made.o", folder / "made.d"
    done = subprocess.run([*words, *flags, "-MD", f"-MF{listed}", "-c", source, "-o", made], capture_output=True, text=True, errors="replace",
                          cwd=source.parent)
    result = {"exit code": done.returncode, "diagnostics": done.stdout + done.stderr}
    for name, path in (("object", made), ("dependencies", listed)):
        result[name] = path.read_bytes() if path.exists() else None
    return result


def compare(source, flags, options):
    """The names of what differs, and whether the first compile succeeds. Both use the same folder, whose name is in their output."""
    results = []
    with tempfile.TemporaryDirectory() as made:
        for words in (options.first, options.second):
            folder = pathlib.Path(made) / "made"
            folder.mkdir()
            results.append(compile_(shlex.split(words), source, folder, flags))
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()
    first, second = results
    return ([name for name in first if first[name] != second[name] and name not in options.ignore.split(",")],
            first["exit code"] == 0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", nargs="*")
    parser.add_argument("--first", default="{bpfcc}")
    parser.add_argument("--second", default="{bpfcc} --no-header-trim")
    parser.add_argument("--flags", default="", help="more options of both")
    parser.add_argument("--drop", default="", help="options that are dropped")
    parser.add_argument("--only", default="", help="files whose path contains it")
    parser.add_argument("--ignore", default="", help="what is not compared: exit code, object, diagnostics, dependencies")
    parser.add_argument("--sample", type=int, help="this many files of each corpus, at random")
    parser.add_argument("--header", type=pathlib.Path, help="in place of the running kernel's vmlinux.h")
    options = parser.parse_args()
    bpfcc = os.environ["BPFCC"]
    options.first, options.second = (words.format(bpfcc=bpfcc) for words in (options.first, options.second))
    linux, fields = (pathlib.Path(os.environ[name]).resolve() for name in ("SELFTESTS", "FIELD"))
    corpora = {"selftests": lambda: selftest_programs(linux), "field": lambda: field_programs(fields, linux / "made"),
             "examples": lambda: example_programs(linux / "made")}
    drop = options.drop.split()
    differs = 0
    headers = tempfile.TemporaryDirectory()
    if options.header:
        shutil.copy(options.header, pathlib.Path(headers.name) / "vmlinux.h")
    for corpus in options.corpora or corpora:
        programs = [(source, [word for word in words if word not in drop] + options.flags.split())
                    for source, words in corpora[corpus]() if options.only in str(source)]
        if options.header:
            programs = [(source, replace_header(words, linux / "made", headers.name)) for source, words in programs]
        if options.sample and options.sample < len(programs):
            programs = random.sample(programs, options.sample)
        results = []
        with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", os.cpu_count()))) as pool:
            for (source, words), result in zip(programs, pool.map(lambda each: compare(*each, options), programs)):
                results.append(result)
                if result[0]:
                    print(f"differs: {source}: {', '.join(result[0])}\n    {shlex.join(words)}", flush=True)
        bad = sum(bool(names) for names, _ in results)
        print(f"{corpus}: {len(programs)} files, {sum(good for _, good in results)} compile, {bad} differ", flush=True)
        differs += bad
    sys.exit(bool(differs))


main()
