# Compiles the sources of a corpus with clang and with two sets of options of bpfcc. Objects with the same content are stored once.
#
#   build(sources, compilers, options, folder)      {side: {name of the source: object or None}}
import argparse
import concurrent.futures
import functools
import hashlib
import itertools
import os
import pathlib
import shlex
import shutil
import subprocess
import sys

SIDES = ("clang", "a", "b")


def side_options(options, side):
    """The options of the corpus, with the words for one side in `more`."""
    own = "" if side == "clang" else getattr(options, side)
    return argparse.Namespace(**vars(options) | {"more": shlex.split(f"{options.all_builds} {own}")})


def names_of(sources):
    """Short and unique names: the paths below the closest common folder."""
    root = os.path.commonpath([source.parent for source in sources])
    return {source: os.path.relpath(source, root) for source in sources}


@functools.cache
def tool(name):
    """LLVM's, beside clang."""
    return pathlib.Path(shutil.which(os.environ["CLANG"])).resolve().with_name(name)


def compile_one(compile_, source, options, made):
    """The object, named by its content and without DWARF, or None if the source does not compile."""
    if compile_(source, options, made, errors=False).returncode or not made.exists():
        made.unlink(missing_ok=True)
        return None
    subprocess.run([tool("llvm-objcopy"), "--strip-debug", made], check=True)
    object_ = made.with_name(f"{hashlib.sha1(made.read_bytes()).hexdigest()}.o")
    made.rename(object_)
    return object_


def build(sources, compilers, options, folder):
    names, numbers, jobs = names_of(sources), itertools.count(), {}
    result = {side: {} for side in SIDES}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for side, source in itertools.product(SIDES, sources):
            compile_ = compilers["clang" if side == "clang" else "bpfcc"]
            made = pathlib.Path(folder) / f"{next(numbers)}.new"
            jobs[pool.submit(compile_one, compile_, source, side_options(options, side), made)] = side, names[source]
        for done, job in enumerate(concurrent.futures.as_completed(jobs), 1):
            side, name = jobs[job]
            result[side][name] = job.result()
            if sys.stderr.isatty():
                print(f"\rcompiled {done} of {len(jobs)}", end="", file=sys.stderr)
    return result
