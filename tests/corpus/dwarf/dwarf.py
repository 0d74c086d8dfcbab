# dwarf.py BPFBTF RELEASE: the comparison that `run` prepares, for the kernel of that release.
#
# Definitions are those of `bpftool btf dump ... format c`, split at blank lines, without the numbers that tell names apart and
# without lone declarations: in which order types come does not count.
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FEATURES = "--features=encode_force,var,float,enum64,decl_tag,type_tag"
PAHOLE = ["pahole", "-J", "-j1", "--btf_gen_floats", "--btf_encode_force", "--lang_exclude=rust"]
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


def compare(bpfbtf, elf, folder, base=None):
    """What differs, in words."""
    ours, theirs = (folder / f"{elf.name}.{who}" for who in ("ours", "theirs"))
    said(bpfbtf, "encode", FEATURES, "--lang-exclude=rust", *(["--base", base] if base else []), "--detached", ours, elf)
    said(*PAHOLE, *(["--btf_base", base] if base else []), f"--btf_encode_detached={theirs}", elf)
    a, b = definitions(ours, base), definitions(theirs, base)
    kinds = [("only bpfbtf", block) for block in (a - b).elements()] + [("only pahole", block) for block in (b - a).elements()]
    a, b = symbols(bpfbtf, ours, base), symbols(bpfbtf, theirs, base)
    return theirs, kinds + [("only bpfbtf", line) for line in sorted(a - b)] + [("only pahole", line) for line in sorted(b - a)]


def main():
    bpfbtf, release = sys.argv[1:]
    modules = sorted(pathlib.Path(f"/usr/lib/debug/lib/modules/{release}").rglob("*.ko"), key=lambda each: each.stat().st_size)[::EVERY]
    vmlinux = pathlib.Path(f"/usr/lib/debug/boot/vmlinux-{release}")
    with tempfile.TemporaryDirectory() as name, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        folder = pathlib.Path(name)
        base, differs = compare(bpfbtf, vmlinux, folder)
        found = [(vmlinux.name, differs)]
        for module, (_, differs) in zip(modules, pool.map(lambda each: compare(bpfbtf, each, folder, base), modules)):
            found.append((module.name, differs))
    for file, differs in found:
        for who, what in differs:
            print(f"{file}: {who}: {' '.join(what.split())[:150]}")
    print(f"{release}: {len(found)} files, {sum(not differs for _, differs in found)} the same")


main()
