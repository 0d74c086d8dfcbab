# compare.py ROUNDS NAME TIME MEMORY OURS THEIRS: runs two commands in turns and prints a row: the median CPU time of each with what it
# starts, the peak memory of each, and their ratios beside what they must be at most ("-": nothing is asked). With WALL=yes it is the wall time. With VALGRIND=yes also the
# instructions of each, once, counted by callgrind: they do not depend on what else the machine does.
#
# A command that holds "&&" goes through a shell, any other is started directly. The peak memory is the largest of any
# process below, as the kernel counts it for wait4().
import os
import re
import shlex
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from turns import in_turns

ROW = "{:38} {:>9} {:>9} {:>7} {:>7}   {:>7} {:>7} {:>5} {:>5}   {:>9} {:>9} {:>6}"


def words_of(command):
    return ["sh", "-c", command.replace("\n", " ")] if "&&" in command else shlex.split(command)


def instructions(command):
    """In millions, of all parts of a command. Of a process that copies itself, what the longest of both has run."""
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        for part in command.replace("\n", " ").split("&&"):
            words = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/%p", *shlex.split(part)]
            done = subprocess.run(words, capture_output=True, text=True, errors="replace")
            counts = [int(count) for count in re.findall(r"^==\d+== Collected : (\d+)", done.stderr, re.MULTILINE)]
            if done.returncode or not counts:
                sys.exit(f"compare.py: valgrind failed: {part}\n{done.stderr}")
            total += max(counts)
    return total / 1e6


def main():
    if sys.argv[2] == "header":
        print(ROW.format("", "bpfcc ms", "other ms", "ratio", "must", "MB", "MB", "ratio", "must", "M instr.", "M instr.", "ratio"))
        return
    rounds, name, time_must, memory_must, ours, theirs = int(sys.argv[1]), *sys.argv[2:]
    results = in_turns(rounds, [words_of(ours)], [words_of(theirs)])
    cpu = [statistics.median(each[os.environ.get("WALL") == "yes"] for each in result) for result in results]
    peak = [max(each[2] for each in result) for result in results]
    counted = ["", "", ""]
    if os.environ.get("VALGRIND") == "yes":
        # valgrind 3.19 does not read the debug information that LLVM's archives leave in bpfcc.
        counts = [instructions(ours.replace(os.environ["BPFCC"], os.environ["STRIPPED"])), instructions(theirs)]
        counted = [f"{counts[0]:.0f}", f"{counts[1]:.0f}", f"{counts[0] / counts[1]:.3f}"]
    print(ROW.format(name, f"{cpu[0]:.1f}", f"{cpu[1]:.1f}", f"{cpu[0] / cpu[1]:.3f}", time_must, f"{peak[0]:.0f}", f"{peak[1]:.0f}",
                     f"{peak[0] / peak[1]:.2f}", memory_must, *counted), flush=True)


main()
