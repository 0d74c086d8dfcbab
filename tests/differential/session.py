# A run: generates and judges programs in batches, investigates, saves and reduces those that fail, and counts all outcomes.
import concurrent.futures
import shlex
import sys
import time

from compilers import Configuration, draw_configurations, wrapping
from generator.choices import Choices
from generator.program import Program
from judge import KNOWN, REJECTED, SAME, WRONG, Judge, Outcome
from minimize import minimize
from summary import Summary

# The number of programs in a batch.
BATCH = 100


class Session:
    def __init__(self, options, bpfcc, compilers, folder):
        self.options, self.bpfcc, self.compilers = options, bpfcc, compilers
        self.judge = Judge(folder, options.inputs)
        self.summary = Summary(options)
        self.pool = concurrent.futures.ThreadPoolExecutor(options.jobs)

    def configurations(self, programs):
        """The configurations of each program, and clang's equivalent of each of bpfcc's: {program: {configuration: clang's or None}}."""
        if self.options.options:
            given = [tuple(shlex.split(words)) for words in self.options.options]
            return {program: {Configuration(compiler, words + wrapping(program)): None for words in given
                              for compiler in self.compilers.values() if self.bpfcc.can_compile(words, program)}
                    for program in programs}
        drawn = draw_configurations(self.bpfcc, programs, self.options.configurations, Choices(programs[0].seed))
        return {program: self.with_others(drawn[program], wrapping(program)) for program in programs}

    def with_others(self, drawn, more):
        result = {}
        for words in drawn:
            theirs = self.bpfcc.words_for_clang(words)
            others = {name: Configuration(compiler, theirs + more) for name, compiler in self.compilers.items()
                      if name != "bpfcc" and theirs}
            result |= {other: None for other in others.values()}
            if "bpfcc" in self.compilers:
                result[Configuration(self.compilers["bpfcc"], words + more)] = others.get("clang")
        return result

    def batch(self, programs):
        self.summary.add_programs(programs)
        reference = self.judge.reference(programs)
        defined = self.pool.submit(self.judge.check_defined, programs, reference)
        configurations, sharing = self.configurations(programs), {}
        for program, each in configurations.items():
            for configuration in each:
                sharing.setdefault(configuration, []).append(program)
        jobs = {configuration: self.pool.submit(self.judge.outcomes, some, configuration, reference)
                for configuration, some in sharing.items()}
        defined.result()
        outcomes = {configuration: job.result() for configuration, job in jobs.items()}
        for configuration, some in outcomes.items():
            for program, outcome in some.items():
                if outcome.kind == WRONG:
                    outcome = self.investigate(program, configuration, reference, outcome, sharing[configuration])
                self.summary.add(configuration, outcome)
                theirs = configurations[program][configuration]
                if outcome.kind == REJECTED and theirs and outcomes[theirs][program].kind != REJECTED:
                    self.summary.add_lost(program, configuration)

    def investigate(self, program, configuration, reference, outcome, beside):
        """Finds out whether a wrong result is known. If not, saves it as a failure."""
        alone = self.judge.outcomes([program], configuration, reference)[program]
        if alone.kind == WRONG:
            if fault := self.judge.explain(program, configuration, reference):
                return Outcome(KNOWN, fault.name)
        self.keep(program, configuration, outcome, beside if alone.kind == SAME else [program])
        return outcome

    def keep(self, program, configuration, outcome, programs):
        name = configuration.compiler.name
        folder = self.options.keep / f"{program.prefix}-{name}"
        folder.mkdir(parents=True, exist_ok=True)
        source = folder / "program.c"
        source.write_text("\n".join(each.text for each in programs))
        command = self.command(programs, configuration)
        print(f"\nwrong: seed {program.seed}: {name} {' '.join(configuration.words)}\n  {outcome.detail}\n  {command}\n  kept: {source}")
        self.summary.failures.append({"seed": program.seed, "compiler": name, "options": list(configuration.words),
                                      "difference": outcome.detail, "command": command, "source": str(source)})
        if len(programs) > 1:
            print("  only together with the other programs of its object")
        elif self.options.minimize > 0 and len(self.summary.failures) <= self.options.failures:
            self.keep_minimized(program, configuration, folder / "minimized.c")
        sys.stdout.flush()

    def command(self, programs, configuration):
        """The command that reproduces a failure."""
        options = self.options
        words = ["--seed", programs[0].seed, "--programs", programs[-1].seed - programs[0].seed + 1, "--inputs", options.inputs,
                 "--only", configuration.compiler.name]
        words += [f"--options={' '.join(word for word in configuration.words if word != '-fwrapv')}"]
        words += [f"--compiler={text}" for text in options.compiler]
        words += [f"--bpfcc-options={options.bpfcc_options}"] * bool(options.bpfcc_options)
        return shlex.join(["tests/differential/run", *map(str, words)])

    def keep_minimized(self, program, configuration, source):
        smaller = minimize(program, lambda each: self.fails(each, configuration), self.options.minimize)
        self.judge.check_defined([smaller], self.judge.reference([smaller]))
        source.write_text(smaller.text)
        lines = [each.text.count("\n") for each in (smaller, program)]
        print(f"  kept: {source}, {lines[0]} lines of {lines[1]}")

    def fails(self, program, configuration):
        """Whether a program shows a fault that is not known."""
        reference = self.judge.reference([program])
        return (self.judge.outcomes([program], configuration, reference)[program].kind == WRONG and
                not self.judge.explain(program, configuration, reference))

    def run(self):
        begin, options = time.monotonic(), self.options
        for first in range(options.seed, options.seed + options.programs, BATCH):
            last = min(first + BATCH, options.seed + options.programs)
            self.batch([Program(seed) for seed in range(first, last)])
            if options.programs > BATCH:
                print(f"{last - options.seed} of {options.programs} programs, {len(self.summary.failures)} wrong, "
                      f"{time.monotonic() - begin:.0f} s", end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr)
        self.summary.print()
        if options.json:
            self.summary.write(options.json)
        return 1 if any(self.summary.complaints()) else 0
