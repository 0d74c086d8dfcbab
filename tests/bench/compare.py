# compare.py ROUNDS NAME TIME MEMORY OURS THEIRS: runs two commands in turns and prints a row: the median wall time of each,
# the peak memory of each, and their ratios beside what they must be at most ("-": nothing is asked).
#
# A command that holds "&&" goes through a shell, any other is started directly. The peak memory is the largest of any
# process below, as the kernel counts it for wait4().
import shlex
import statistics
import sys

sys.dont_write_bytecode = True
from turns import in_turns

ROW = "{:38} {:>9} {:>9} {:>7} {:>7}   {:>8} {:>8} {:>7} {:>7}"


def words_of(command):
    return ["sh", "-c", command.replace("\n", " ")] if "&&" in command else shlex.split(command)


def main():
    if sys.argv[2] == "header":
        print(ROW.format("", "bpfcc ms", "other ms", "ratio", "must", "bpfcc MB", "other MB", "ratio", "must"))
        return
    rounds, name, time_must, memory_must, ours, theirs = int(sys.argv[1]), *sys.argv[2:]
    results = in_turns(rounds, [words_of(ours)], [words_of(theirs)])
    wall = [statistics.median(each[1] for each in result) for result in results]
    peak = [max(each[2] for each in result) for result in results]
    print(ROW.format(name, f"{wall[0]:.1f}", f"{wall[1]:.1f}", f"{wall[0] / wall[1]:.2f}", time_must,
                     f"{peak[0]:.0f}", f"{peak[1]:.0f}", f"{peak[0] / peak[1]:.2f}", memory_must), flush=True)


main()
