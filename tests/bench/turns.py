# What the benchmarks share: commands run in turns, so that what else the machine does falls on both, as the kernel accounts for
# them.
import os
import sys
import time


def measured(commands, output=None):
    """CPU and wall time in milliseconds, and the peak memory in MiB of the largest process, of commands one after the other. Each
    is a list of words, looked up in PATH; their standard output goes to the file that is named."""
    actions = [(os.POSIX_SPAWN_OPEN, 1, str(output), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)] if output else []
    cpu = peak = 0
    begin = time.perf_counter()
    for words in commands:
        child = os.posix_spawnp(words[0], [str(word) for word in words], os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        if status:
            sys.exit(f"{os.path.basename(sys.argv[0])}: failed: {' '.join(map(str, words))}")
        cpu += (usage.ru_utime + usage.ru_stime) * 1000
        peak = max(peak, usage.ru_maxrss / 1024)
    return cpu, (time.perf_counter() - begin) * 1000, peak


def in_turns(rounds, first, second, output=None):
    """For each of two lists of commands what measured() says of every round. Who goes first changes from round to round; the round
    before them, which fills the caches, does not count."""
    results = ([], [])
    for number in range(rounds + 1):
        for index in (0, 1) if number % 2 else (1, 0):
            results[index].append(measured((first, second)[index], output))
    return [each[1:] for each in results]
