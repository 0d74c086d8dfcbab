# Compiles files of many programs, runs them on the host or on the kernel, and parses the results:
#
#   {name of the program: {number of the input: {"r0": ..., "packet": ..., name of a global or "map.key": bytes}}}
import os
import pathlib
import re
import subprocess
import sys

from problem import Problem

HERE = pathlib.Path(__file__).resolve().parent
RUNTIME = HERE / "runtime"
sys.path.insert(0, str(HERE.parent / "corpus"))
from verdict import NOT_JUDGED, judged

# The reference, and a build that detects undefined behaviour. They fill uninitialized variables with different bytes. Neither is
# optimized: GCC 12 compiles one program of 5,000 to other results with -O1.
REFERENCE = ("-O0", "-fwrapv", "-fno-strict-aliasing", "-ftrivial-auto-var-init=zero")
SANITIZED = ("-O0", "-fno-strict-aliasing", "-ftrivial-auto-var-init=pattern", "-fsanitize=undefined,address",
             "-fno-sanitize-recover=all")
# host.c keeps deleted map values until it exits.
ENVIRONMENT = os.environ | {"ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}
# The parts of messages that differ between programs.
NUMBER = re.compile(r"\b([Rrw])\d+|-?\b0x[0-9a-f]+|-?\b\d+\b|'[^']*'|p\d+_\w+")


def run(command, timeout=600):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace", timeout=timeout,
                              env=ENVIRONMENT)
    except subprocess.TimeoutExpired as error:
        raise Problem(f"not done after {timeout} seconds: {' '.join(map(str, command))}") from error


def results_in(text):
    results = {}
    for line in text.splitlines():
        word, *words = line.split(" ")
        if word == "result":
            results.setdefault(words[0], {})[int(words[1])] = dict(field.split("=", 1) for field in words[2:])
    return results


def write_source(path, programs):
    path.write_text("\n".join(program.text for program in programs))
    return path


def on_host(programs, folder, inputs, flags):
    """The results of programs on the host, and the messages of the sanitizers."""
    source, made = write_source(folder / "host.c", programs), folder / "host"
    wraps = ["-fwrapv"] if any(program.wraps for program in programs) else []
    said = run(["gcc", "-w", *flags, *wraps, f"-I{RUNTIME}", source, RUNTIME / "host.c", "-o", made])
    if said.returncode:
        raise Problem(f"{source}: gcc does not compile it:\n{said.stderr}")
    said = run([made, str(inputs)])
    return results_in(said.stdout), said.stderr or (f"ended with {said.returncode}" if said.returncode else "")


def build_loader(folder):
    made = folder / "loader"
    said = run(["gcc", "-O2", "-o", made, RUNTIME / "loader.c", RUNTIME / "loading.c", "-lbpf"])
    if said.returncode:
        raise Problem(f"the loader could not be built: {said.stderr}")
    return made


def compile_for_bpf(source, configuration, more, made):
    """Compiles a file. Returns the first error, or an empty string on success."""
    said = run([*configuration.compiler.words, *configuration.words, *more, f"-I{RUNTIME}", "-c", source, "-o", made])
    if said.returncode == 0 and made.exists():
        return ""
    lines = [line for line in said.stderr.splitlines() if "error" in line]
    return lines[0] if lines else said.stderr.strip() or f"ended with {said.returncode}"


def reason_of(lines):
    """The reason of a rejection, from the messages of libbpf and the verifier."""
    loops = [line for line in lines if line.startswith("infinite loop detected")]
    if loops:
        return loops[0]
    verdict = judged(-1, "\n".join(lines))
    # A truncated log does not end with the verifier's statistics.
    ends = [number for number, line in enumerate(lines) if "-- END PROG LOAD LOG --" in line]
    return lines[ends[-1] - 1] if verdict.kind == NOT_JUDGED and ends else verdict.reason


def on_kernel(loader, made, inputs):
    """The results of the programs of an object on the kernel, and the reasons of rejections: {name: reason}. The name is empty if the
    whole object is rejected."""
    said = run([loader, str(inputs), made])
    if said.returncode:
        raise Problem(f"{loader.name} ended with {said.returncode}: {said.stderr.strip()}", 77 if said.returncode == 77 else 2)
    missing, name = {}, None
    for line in said.stdout.splitlines():
        word, _, rest = line.partition(" ")
        if word in ("rejected", "unloadable"):
            name = rest if word == "rejected" else ""
            missing[name] = []
        elif word == "|" and name is not None:
            missing[name].append(rest)
    return results_in(said.stdout), {name: reason_of(lines) for name, lines in missing.items()}


def class_of(reason):
    """A reason without the parts that differ between programs."""
    reason = re.sub(r"^\S+:\d+:\d+: ", "", reason)
    return NUMBER.sub(lambda found: found[1] + "N" if found[1] else "N", reason)
