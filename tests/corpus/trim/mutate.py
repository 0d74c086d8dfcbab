# mutate.py --header=FILE [--runs=N] [--seed=N] [--keep=FOLDER]: the mutants of `mutate`.
#
# Most of them do not compile; both ways have to agree about that too. Only the beginning of the header is used, for speed.
import argparse
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
HEADER_LINES = 4000
TOKEN = re.compile(r'\w+|"[^"\n]*"|\s+|.', re.DOTALL)
PIECES = """* ; , : :3 = == ( ) [ ] [2] [0] { } {} () (void) . ... -> - # \\ " ' /* */ // <: %: ?? $ 0 1 -1 1ULL 0x10 1.5 const volatile restrict
struct union enum typedef extern static inline int long char void unsigned float _Bool bool __int128 typeof(int) __attribute__((packed))
__attribute__((aligned(8))) __attribute__((deprecated)) __attribute__((unused)) __attribute__((preserve_access_index)) task_struct
list_head u32 __u32 pid tgid comm next main printf strlen memcpy NULL __LINE__ __COUNTER__ __FILE__ HIDDEN""".split()
LINES = ["#define HIDDEN int", "#define u32 long", "#define pid tgid", "#undef pid", "#if 0", "#ifdef HIDDEN", "#else", "#endif", "#define next(x) x",
         "#pragma pack(1)", "#pragma pack(push, 1)", "#pragma pack(pop)", "#pragma once", "#pragma GCC poison pid",
         "#pragma clang attribute push (__attribute__((deprecated)), apply_to = record)", "#pragma clang attribute pop", "#include <stdint.h>",
         "#pragma GCC diagnostic warning \"-Wpadded\"", "#error no", "#warning no", "#line 7", "struct task_struct;", "union task_struct;", "typedef int u32;",
         "int pid;", "extern int tgid;", "struct list_head;", "struct first;", "enum late;", "struct empty {};", "struct anonymous { struct { int a; }; int a; };",
         "struct flexible { int n; char bytes[]; };", "struct holder { struct flexible f; int after; };", "static int f(void) { return 1; }", ";"]


def mutated(text, chance):
    """One change: of a line, or of a token in it."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    kind = chance.randrange(6)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[chance.randrange(len(lines))])
    elif kind == 2:
        lines.insert(at, chance.choice(LINES))
    else:
        tokens = TOKEN.findall(lines[at]) or [""]
        place = chance.randrange(len(tokens))
        piece = chance.choice(PIECES if chance.randrange(3) else TOKEN.findall(lines[chance.randrange(len(lines))]) or [""])
        if kind == 3:
            tokens.insert(place, f" {piece} ")
        elif kind == 4:
            tokens[place] = piece
        else:
            del tokens[place]
        lines[at] = "".join(tokens)
    return "\n".join(lines)


def compiled(words, folder):
    """What a compile makes and prints."""
    made = folder / "made.o"
    made.unlink(missing_ok=True)
    done = subprocess.run([*words, "-c", "prog.bpf.c", "-o", "made.o"], cwd=folder, capture_output=True, text=True, errors="replace", timeout=120)
    return done.returncode, done.stdout + done.stderr, made.read_bytes() if made.exists() else b""


def beginning(header):
    """Of a header as bpftool writes it, with a guard and one attribute over all: whole declarations, what else the program needs, and
    the end."""
    lines = header.read_text().split("\n")
    end = next(at for at in range(min(HEADER_LINES, len(lines) - 1), len(lines)) if lines[at - 1].startswith("}"))
    pop = ["#ifndef BPF_NO_PRESERVE_ACCESS_INDEX", "#pragma clang attribute pop", "#endif"]
    constants = ["enum {", "BPF_ANY = 0,", "BPF_MAP_TYPE_HASH = 1,", "};"]
    return "\n".join([*lines[:end], *constants, "", *pop, "", "#endif", ""])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--header", type=pathlib.Path, required=True)
    parser.add_argument("--keep", type=pathlib.Path, help="where mutants that differ are kept")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    header, program = beginning(options.header), (HERE / "Inputs" / "program.bpf.c").read_text()
    differ = good = trimmed = 0
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        for run in range(options.runs):
            texts = {"vmlinux.h": header, "prog.bpf.c": program}
            for _ in range(chance.choice([1, 1, 1, 2, 3])):
                name = chance.choice(["vmlinux.h", "vmlinux.h", "prog.bpf.c"])
                texts[name] = mutated(texts[name], chance)
            for name, text in texts.items():
                (folder / name).write_text(text)
            words = [os.environ["BPFCC"], "-O2", *chance.choice([[], ["-Wall"], ["-Wall", "-Wextra"], ["-g"], ["-std=gnu11"]])]
            first, second = compiled(words, folder), compiled([*words, "--no-header-trim"], folder)
            good += first[0] == 0
            if first != second:
                differ += 1
                print(f"differs: run {run}: {' '.join(words)}: exit code {first[0]} and {second[0]}", flush=True)
                if options.keep:
                    kept = options.keep / f"{options.seed}-{run}"
                    kept.mkdir(parents=True, exist_ok=True)
                    for name, text in texts.items():
                        (kept / name).write_text(text)
                    (kept / "words").write_text(" ".join(words) + "\n")
    print(f"{options.runs} mutants, {good} compile, {differ} differ")
    sys.exit(differ != 0)


main()
