# compare.py ROUNDS NAME TIME MEMORY OURS THEIRS: runs two commands in turns and prints a row: the median wall time of each,
# the peak memory of each, and their ratios beside what they must be at most ("-": nothing is asked).
#
# A command that holds "&&" goes through a shell, any other is started directly. The peak memory is the largest of any
# process below, as the kernel counts it for wait4().
import os
import shlex
import statistics
import sys
import time

ROW = "{:38} {:>9} {:>9} {:>7} {:>7}   {:>8} {:>8} {:>7} {:>7}"


def measured(command):
    """Runs a command once: wall time in milliseconds, peak memory in MiB."""
    words = ["sh", "-c", command.replace("\n", " ")] if "&&" in command else shlex.split(command)
    begin = time.perf_counter()
    child = os.posix_spawnp(words[0], words, os.environ)
    _, status, usage = os.wait4(child, 0)
    wall = (time.perf_counter() - begin) * 1000
    if status:
        sys.exit(f"compare.py: failed: {command}")
    return wall, usage.ru_maxrss / 1024


def main():
    if sys.argv[2] == "header":
        print(ROW.format("", "bpfcc ms", "other ms", "ratio", "must", "bpfcc MB", "other MB", "ratio", "must"))
        return
    rounds, name, time_must, memory_must, ours, theirs = int(sys.argv[1]), *sys.argv[2:]
    for command in (ours, theirs) * 2:
        measured(command)
    # Who goes first changes from round to round.
    results = {ours: [], theirs: []}
    for number in range(rounds):
        for command in (ours, theirs) if number % 2 else (theirs, ours):
            results[command].append(measured(command))
    wall = [statistics.median(each[0] for each in results[command]) for command in (ours, theirs)]
    peak = [max(each[1] for each in results[command]) for command in (ours, theirs)]
    print(ROW.format(name, f"{wall[0]:.1f}", f"{wall[1]:.1f}", f"{wall[0] / wall[1]:.2f}", time_must,
                     f"{peak[0]:.0f}", f"{peak[1]:.0f}", f"{peak[0] / peak[1]:.2f}", memory_must), flush=True)


main()
