# The compilers and the configurations that programs are compiled in. bpfcc itself reports the values of its options, so new values
# of --inline= and -mcpu= are tested as soon as they exist.
import collections
import json
import platform
import re
import subprocess

from problem import Problem

# words: the command and its common options. The words of a Configuration follow them.
Compiler = collections.namedtuple("Compiler", "name words")
Configuration = collections.namedtuple("Configuration", "compiler words")

# The long-term releases.
KERNELS = ("5.4", "5.10", "5.15", "6.1", "6.6", "6.12")
# Optimization levels with their weights. "" is bpfcc's default, -O2.
LEVELS = [(6, ""), (1, "-O1"), (1, "-Os"), (1, "-O3"), (1, "-O0")]
# At -O0 all values live on the stack: long programs exceed 512 bytes, and the verifier loses bounds that loops and indexes depend on.
LINES_WITHOUT_OPTIMIZATION = 60
NOT_WITHOUT_OPTIMIZATION = {"loop", "computed index", "computed offset in the packet", "array on the stack", "struct on the stack"}


def clang(path):
    """clang with its usual options. Jump tables, which clang emits for v4, need newer kernels."""
    return Compiler("clang", (path, "--target=bpf", "-g", "-w", "-fno-jump-tables", "-idirafter",
                              f"/usr/include/{platform.machine()}-linux-gnu"))


def said_by(command):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if result.returncode:
        raise Problem(f"{' '.join(command)}: {result.stderr.strip() or 'failed'}")
    return result.stdout


class Bpfcc:
    """bpfcc and the values of its options."""

    def __init__(self, path, more):
        self.path = path
        self.compiler = Compiler("bpfcc", (path, "-w", *more))
        self.cpus = [value for value in self.values("-mcpu=") if re.fullmatch(r"v\d+", value)]
        self.inlining = self.values("--inline=")
        features = said_by([path, "--list-features"])
        self.features = {name: tuple(map(int, release.split(".")))
                         for name, release in re.findall(r"^  ([a-z0-9-]+) +(\d+\.\d+) ", features, re.MULTILINE)}
        self.cpu_of_kernel = {kernel: self.profile(f"--kernel={kernel}")["target"]["cpu"] for kernel in KERNELS}
        if not self.cpus or not self.inlining or not self.features:
            raise Problem(f"'{path} --autocomplete' and '--list-features' do not list the options that are tested")

    def values(self, option):
        return [line.removeprefix(option) for line in said_by([self.path, "--autocomplete", option]).split()]

    def profile(self, *words):
        return json.loads(said_by([self.path, "--print-profile=json", *words]))

    def has(self, kernel, program):
        """Whether a kernel supports a program."""
        release = tuple(map(int, kernel.split(".")))
        return (level_of(self.cpu_of_kernel[kernel]) >= program.level and
                all(self.features[feature] <= release for feature in program.needs))

    def draw(self, choices):
        """The words of a random configuration."""
        if choices.chance(30):
            target = f"--kernel={choices.pick(KERNELS)}"
        else:
            target = f"-mcpu={choices.pick(self.cpus)}"
        level = choices.weighted(LEVELS)
        return (target, f"--inline={choices.pick(self.inlining)}", *[level] * bool(level))

    def can_compile(self, words, program):
        """Whether a program can be compiled with these words."""
        if "-O0" in words and (program.text.count("\n") > LINES_WITHOUT_OPTIMIZATION or
                               program.contents & NOT_WITHOUT_OPTIMIZATION):
            return False
        values = {name: value for name, _, value in (word.partition("=") for word in words)}
        if "--kernel" in values and not self.has(values["--kernel"], program):
            return False
        return values.get("-mcpu") not in self.cpus or level_of(values["-mcpu"]) >= program.level

    def words_for_clang(self, words):
        """The equivalent words for clang, or None for -O0, where clang calls helpers through pointers."""
        if "-O0" in words:
            return None
        target, value = words[0].split("=")
        level = [word for word in words if word.startswith("-O")] or ["-O2"]
        return (f"-mcpu={self.cpu_of_kernel[value] if target == '--kernel' else value}", *level)


def level_of(cpu):
    return int(cpu.removeprefix("v"))


def wrapping(program):
    return ("-fwrapv",) if program.wraps else ()


def draw_configurations(bpfcc, programs, count, choices):
    """Draws `count` configurations of bpfcc for each program: {program: [words]}. They come from a palette that the programs share,
    so that an object contains many programs."""
    palette = {bpfcc.draw(choices) for _ in range(6 * count)}
    palette |= {(f"-mcpu={cpu}", f"--inline={choices.pick(bpfcc.inlining)}") for cpu in bpfcc.cpus}
    palette = sorted(palette)
    result = {}
    for program in programs:
        left = [words for words in palette if bpfcc.can_compile(words, program)]
        result[program] = [left.pop(choices.below(len(left))) for _ in range(min(count, len(left)))]
    return result
