# compare.py FOLDER [--sample]: what `run` prepares. FOLDER holds the kernel's sources.
#
# What is extern the kernel does not take without a loader: such objects are counted apart, and ../selftests loads them through libbpf.
import collections
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "selftests")]
from comparison import host_headers
from selftests import SAMPLE, call

CLANG, BPFCC, BPFBTF = (os.environ[name] for name in ("CLANG", "BPFCC", "BPFBTF"))


def output(*words):
    said = subprocess.run(words, capture_output=True, text=True, errors="replace")
    return said.returncode, said.stdout, said.stderr


def verdict(made):
    """none, extern, taken or rejected, and what `bpfbtf check` said where the kernel says something else."""
    code, raw, _ = output(BPFBTF, "dump", made)
    if code:
        return "none", []
    ours, _, said = output(BPFBTF, "check", made)
    theirs, _, log = output(BPFBTF, "check", "--load", made)
    differs = [f"check: {said or 'nothing'}; the kernel: {log}"] if bool(ours) != bool(theirs) else []
    _, reference, _ = output("bpftool", "btf", "dump", "file", made)
    if raw != reference:
        differs.append("dump is not what bpftool prints")
    return ("extern" if "linkage=extern" in raw else "rejected" if theirs else "taken"), differs


def of_dwarf(made):
    """What is wrong with the types that encode makes of the object's DWARF: beside those that LLVM wrote, and for the kernel."""
    alone = made + ".btf"
    code, _, said = output(BPFBTF, "encode", "--detached", alone, made)
    if code:
        return [f"encode: {said}"]
    code, _, said = output(BPFBTF, "check", "--load", alone)
    wrong = [f"the kernel rejects what is made of its DWARF: {said}"] if code else []
    # DWARF has eight bytes for what arrays are indexed with, and LLVM's BTF four.
    _, changes, _ = output(BPFBTF, "diff", made, alone)
    return wrong + [f"DWARF and BTF differ: {line}" for line in changes.splitlines()
                    if line.startswith("~") and "__ARRAY_SIZE_TYPE__" not in line]


def both(source):
    """The verdicts on what clang and bpfcc make of a file, and what is wrong with bpfcc's."""
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, "made.o")
        clang = verdict(made)[0] if call(CLANG, source, "v3", host_headers(CLANG), made).returncode == 0 else "none"
        if call(BPFCC, source, "v3", ["-Wno-error=bpf"], made).returncode:
            return clang, "none", []
        bpfcc, wrong = verdict(made)
        return clang, bpfcc, wrong + of_dwarf(made) + (["the kernel rejects it: " + output(BPFBTF, "check", "--load", made)[2]] if bpfcc == "rejected" else [])


def main():
    progs = pathlib.Path(sys.argv[1]).resolve() / "tools/testing/selftests/bpf/progs"
    names = (HERE.parent / "selftests/programs").read_text().split()
    if "--sample" in sys.argv:
        names = names[:SAMPLE]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(both, (progs / name for name in names)))
    for index, who in enumerate(("clang", "bpfcc")):
        kinds = collections.Counter(result[index] for result in results)
        print(f"{who}: {len(names)} files, {kinds['taken']} taken, {kinds['rejected']} rejected, {kinds['extern']} with externs, {kinds['none']} without types")
    wrong = [f"{name}: {each}" for name, result in zip(names, results) for each in result[2]]
    for line in wrong:
        print("wrong:", line)
    sys.exit(bool(wrong) or not any(result[1] == "taken" for result in results))


main()
