# Asks kernels about objects, with tests/kernel/old/run:
#
#   ask("6.1", folder)     {object: {program: Result}}; "running" is the kernel of this machine
#
# An emulated kernel is booted for a part of the objects at a time, because they have to fit into its memory.
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import tempfile

RUN = pathlib.Path(__file__).resolve().parents[2] / "kernel/old/run"

# kind: "loads", "rejected" or "not judged". instructions, verified: of a program that loads.
Result = collections.namedtuple("Result", "kind reason instructions verified", defaults=("", 0, 0))

LOADS = re.compile(r"loads: (\d+) instructions, (\d+) verified")
# Objects and bytes per boot, and objects per process on the running kernel.
BOOT, BYTES, PROCESS = 100, 64 << 20, 25
TIMEOUT = 7200


def parse(words):
    if found := LOADS.fullmatch(words):
        return Result("loads", "", int(found[1]), int(found[2]))
    kind, _, reason = words.partition(": ")
    return Result(kind, reason)


def parts(objects, most):
    """Splits objects so that each part has at most so many, and not too many bytes."""
    part, size = [], 0
    for path in objects:
        if part and (len(part) == most or size + path.stat().st_size > BYTES):
            yield part
            part, size = [], 0
        part.append(path)
        size += path.stat().st_size
    if part:
        yield part


def ask_part(kernel, part):
    with tempfile.TemporaryDirectory() as folder:
        for path in part:
            os.symlink(path.resolve(), os.path.join(folder, path.name))
        said = subprocess.run([RUN, "--counts", "--fill", f"--timeout={TIMEOUT}", kernel, folder], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, errors="replace")
    release = re.search(r"^== asked Linux (\S+)", said.stderr, re.MULTILINE)
    if not release:
        raise SystemExit(said.stderr or f"{RUN} ended with {said.returncode}")
    results = {path.name: {} for path in part}
    for line in said.stdout.splitlines():
        name, program, *words = line.split(": ", 2)
        if program != "not judged":
            results[name][program] = parse(words[0])
    return release[1], results


def ask(kernel, folder, report=lambda done, of: None):
    """The release of the kernel, and its results. report: called after each part."""
    objects = sorted(pathlib.Path(folder).glob("*.o"))
    is_running = kernel == "running"
    release, results = kernel, {}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() if is_running else 1) as pool:
        jobs = pool.map(lambda part: ask_part(kernel, part), parts(objects, PROCESS if is_running else BOOT))
        for release, some in jobs:
            results |= some
            report(len(results), len(objects))
    return release, results
