# Counts outcomes, and prints them as text or JSON.
import collections
import json

from judge import KNOWN, NOT_COMPILED, REJECTED, SAME, WRONG
from known_faults import KNOWN_FAULTS

KINDS = (SAME, WRONG, KNOWN, REJECTED, NOT_COMPILED)


class Summary:
    def __init__(self, options):
        self.options = options
        self.programs, self.contents = 0, collections.Counter()
        # By the name of the compiler.
        self.kinds = collections.defaultdict(collections.Counter)
        self.classes = collections.defaultdict(collections.Counter)
        self.configurations = collections.defaultdict(set)
        self.failures = []
        # Programs that the kernel rejects from bpfcc, but not from clang with the same instruction set and optimization level.
        self.lost = []

    def add_programs(self, programs):
        self.programs += len(programs)
        for program in programs:
            self.contents.update([*program.contents, program.kind, *["made for -fwrapv"] * program.wraps])

    def add(self, configuration, outcome):
        name = configuration.compiler.name
        self.kinds[name][outcome.kind] += 1
        self.configurations[name].add(configuration.words)
        if outcome.kind in (KNOWN, REJECTED, NOT_COMPILED):
            self.classes[name][outcome.kind, outcome.detail] += 1

    def add_lost(self, program, configuration):
        self.lost.append({"seed": program.seed, "options": list(configuration.words)})

    def rejected_share(self, name):
        return 100 * (self.kinds[name][REJECTED] + self.kinds[name][NOT_COMPILED]) / max(1, self.kinds[name].total())

    def complaints(self):
        """The reasons why the run failed."""
        for name, kinds in self.kinds.items():
            if kinds[WRONG]:
                yield f"{name}: {kinds[WRONG]} wrong results"
            if self.rejected_share(name) > self.options.rejected:
                yield f"{name}: {self.rejected_share(name):.1f} % are rejected or not compiled, more than {self.options.rejected} %"
            if not kinds[SAME]:
                yield f"{name}: no program was compared"
        if not self.kinds:
            yield "no program was compared"

    def print(self):
        print(f"\n{self.programs} programs, seeds {self.options.seed} to {self.options.seed + self.options.programs - 1}, "
              f"{self.options.inputs} inputs each")
        print(f"{'':12} {'configurations':>15} {'runs':>7}" + "".join(f"{kind:>14}" for kind in KINDS))
        for name, kinds in self.kinds.items():
            print(f"{name:12} {len(self.configurations[name]):15} {kinds.total():7}" + "".join(f"{kinds[kind]:14}" for kind in KINDS))
        self.print_classes(REJECTED, "rejected by the kernel")
        self.print_classes(NOT_COMPILED, "not compiled")
        self.print_classes(KNOWN, "known faults")
        if self.lost:
            print("\nrejected from bpfcc, but not from clang")
        for each in self.lost:
            print(f"  seed {each['seed']}: {' '.join(each['options'])}")
        print("\nprograms that contain")
        for words, count in sorted(self.contents.items()):
            print(f"{count:7}  {words}")
        for complaint in self.complaints():
            print("failed:", complaint)

    def print_classes(self, kind, words):
        rows = [(count, name, detail) for name, classes in self.classes.items()
                for (each, detail), count in classes.items() if each == kind]
        if rows:
            print(f"\n{words}")
        reasons = {fault.name: f": {fault.reason}" for fault in KNOWN_FAULTS}
        for count, name, detail in sorted(rows, key=lambda row: (-row[0], row[1:])):
            print(f"{count:7}  {name}: {detail}{reasons.get(detail, '') if kind == KNOWN else ''}")

    def write(self, path):
        path.write_text(json.dumps({
            "programs": self.programs, "seed": self.options.seed, "inputs": self.options.inputs, "contents": dict(self.contents),
            "compilers": {name: {"outcomes": {kind: kinds[kind] for kind in KINDS},
                                 "configurations": sorted(" ".join(words) for words in self.configurations[name]),
                                 "classes": [{"kind": kind, "reason": reason, "count": count}
                                             for (kind, reason), count in self.classes[name].items()]}
                          for name, kinds in self.kinds.items()},
            "failures": self.failures, "lost": self.lost, "failed": list(self.complaints())}, indent=2) + "\n")
