# dwarf.py BPFBTF RELEASE | dwarf.py BPFBTF KERNEL MODULE...: the comparison that `run` prepares, for the kernel of that release, or for
# files. Root also has the running kernel load what bpfbtf made: of a module without its base, as the call takes no other.
#
# Definitions are those of `bpftool btf dump ... format c`, split at blank lines, without the numbers that tell names apart and
# without lone declarations: in which order types come does not count.
#
# PAHOLE=... names a pahole of 1.30 or later, which knows what Debian's does not: then the functions that it takes with all features, their
# prototypes and tags are compared too.
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from functions import Types

FEATURES = "--features=encode_force,var,float,enum64,decl_tag,type_tag"
PAHOLE = ["pahole", "-J", "-j1", "--btf_gen_floats", "--btf_encode_force", "--lang_exclude=rust"]
ALL_FEATURES = FEATURES + ",optimized_func,consistent_func,decl_tag_kfuncs"
NEWER = os.environ.get("PAHOLE")
EVERY = 11  # of the modules, by size: a hundred


def said(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, errors="replace", check=True).stdout


def definitions(file, base):
    text = said("bpftool", *(["-B", base] if base else []), "btf", "dump", "file", file, "format", "c")
    blocks = (re.sub(r"___\d+\b", "", block).strip() for block in text.split("\n\n"))
    return collections.Counter(block for block in blocks if not re.fullmatch(r"(struct|union|enum) \w+;", block))


def symbols(bpfbtf, file, base):
    """The functions, and the variables with their place."""
    lines = said(bpfbtf, "dump", *(["--base", base] if base else []), file).splitlines()
    return {line for line in (re.sub(r"^\[\d+\] |type_id=\d+", "", line) for line in lines) if re.match(r"FUNC '|VAR|\t offset=|DATASEC", line)}


def verdict(bpfbtf, elf, folder):
    """What the running kernel minds."""
    if os.geteuid():
        return []
    whole = folder / f"{elf.name}.whole"
    said(bpfbtf, "encode", FEATURES, "--lang-exclude=rust", "--detached", whole, elf)
    asked = subprocess.run([bpfbtf, "check", "--load", whole], capture_output=True, text=True, errors="replace")
    return [("the kernel rejects it", asked.stdout + asked.stderr)] if asked.returncode else []


def compare(bpfbtf, elf, folder, base=None):
    """What differs, in words."""
    ours, theirs = (folder / f"{elf.name}.{who}" for who in ("ours", "theirs"))
    said(bpfbtf, "encode", FEATURES, "--lang-exclude=rust", *(["--base", base] if base else []), "--detached", ours, elf)
    said(*PAHOLE, *(["--btf_base", base] if base else []), f"--btf_encode_detached={theirs}", elf)
    a, b = definitions(ours, base), definitions(theirs, base)
    kinds = [("only bpfbtf", block) for block in (a - b).elements()] + [("only pahole", block) for block in (b - a).elements()]
    a, b = symbols(bpfbtf, ours, base), symbols(bpfbtf, theirs, base)
    return theirs, kinds + [("only bpfbtf", line) for line in sorted(a - b)] + [("only pahole", line) for line in sorted(b - a)] + verdict(bpfbtf, elf, folder)


def functions(bpfbtf, elf, folder, base=None):
    """What differs in functions with all features, and the types of the newer pahole."""
    ours, theirs = (folder / f"{elf.name}.{who}-functions" for who in ("ours", "theirs"))
    said(bpfbtf, "encode", ALL_FEATURES, "--lang-exclude=rust", *(["--base", base.file] if base else []), "--detached", ours, elf)
    features = ALL_FEATURES.replace("--features", "--btf_features")
    said(NEWER, "-J", "-j1", features, "--lang_exclude=rust", *(["--btf_base", base.file] if base else []), f"--btf_encode_detached={theirs}", elf)
    their_types = Types(bpfbtf, theirs, base)
    a, b = Types(bpfbtf, ours, base).functions(), their_types.functions()
    return their_types, [("only bpfbtf, all features", line) for line in sorted(a - b)] + [("only newer pahole", line) for line in sorted(b - a)]


def compare_functions(bpfbtf, vmlinux, modules, folder, pool):
    """By file."""
    if not NEWER:
        print("PAHOLE names no pahole of 1.30 or later: functions with all features are not compared")
        return {}
    base, differs = functions(bpfbtf, vmlinux, folder)
    print(f"{vmlinux.name}: {len(base.functions())} functions with all features")
    return {vmlinux: differs} | dict(zip(modules, pool.map(lambda each: functions(bpfbtf, each, folder, base)[1], modules)))


def files(release):
    """The kernel with its debugging symbols, and a hundred of its modules."""
    modules = pathlib.Path(f"/usr/lib/debug/lib/modules/{release}").rglob("*.ko")
    return [pathlib.Path(f"/usr/lib/debug/boot/vmlinux-{release}"), *sorted(modules, key=lambda each: each.stat().st_size)[::EVERY]]


def main():
    bpfbtf, release, *others = sys.argv[1:]
    vmlinux, *modules = map(pathlib.Path, [release, *others]) if others else files(release)
    with tempfile.TemporaryDirectory() as name, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        folder = pathlib.Path(name)
        base, differs = compare(bpfbtf, vmlinux, folder)
        more = compare_functions(bpfbtf, vmlinux, modules, folder, pool)
        found = [(vmlinux.name, differs + more.get(vmlinux, []))]
        for module, (_, differs) in zip(modules, pool.map(lambda each: compare(bpfbtf, each, folder, base), modules)):
            found.append((module.name, differs + more.get(module, [])))
    for file, differs in found:
        for who, what in differs:
            print(f"{file}: {who}: {' '.join(what.split())[:150]}")
    print(f"{vmlinux.name}: {len(found)} files, {sum(not differs for _, differs in found)} the same")


main()
