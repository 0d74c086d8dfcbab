# Compares the results of programs on the kernel with those on the host. Programs with the same configuration are compiled into one
# object. If the object cannot be compiled or loaded, each program is tried separately to find the one that causes it.
import collections
import itertools
import pathlib

from known_faults import candidates
from problem import Problem
from runs import (REFERENCE, SANITIZED, build_loader, class_of, compile_for_bpf, on_host, on_kernel, write_source)

SAME, WRONG, KNOWN, REJECTED, NOT_COMPILED = "same", "wrong", "known", "rejected", "not compiled"
# detail: the first difference (WRONG), the name of the fault (KNOWN), else the class of the reason.
Outcome = collections.namedtuple("Outcome", "kind detail", defaults=("",))


class Judge:
    def __init__(self, folder, inputs):
        self.folder = pathlib.Path(folder)
        self.inputs = inputs
        self.loader = build_loader(self.folder)
        self.numbers = itertools.count()

    def new_folder(self):
        folder = self.folder / str(next(self.numbers))
        folder.mkdir()
        return folder

    def reference(self, programs):
        """The correct results: {name: {number of the input: fields}}."""
        return self.on_host(programs, REFERENCE)[0]

    def on_host(self, programs, flags):
        """Programs for -fwrapv are compiled separately, because only they may overflow."""
        results, said = {}, ""
        for wraps in (False, True):
            if some := [program for program in programs if program.wraps == wraps]:
                more, words = on_host(some, self.new_folder(), self.inputs, flags)
                results |= more
                said += words
        return results, said

    def check_defined(self, programs, reference):
        """Raises a Problem if a program has undefined behaviour, which is a fault of the generator."""
        results, said = self.on_host(programs, SANITIZED)
        if said:
            raise Problem(f"the generator made a program that is undefined:\n{said[:2000]}", 1)
        for program in programs:
            if difference := first_difference(reference[program.prefix], results.get(program.prefix, {})):
                raise Problem(f"the generator made a program that is undefined: {program.prefix}: {difference}", 1)

    def outcomes(self, programs, configuration, reference, more=()):
        """Judges programs in one configuration: {program: Outcome}. more: additional options."""
        folder = self.new_folder()
        made = folder / "programs.o"
        failed = compile_for_bpf(write_source(folder / "programs.c", programs), configuration, more, made)
        if failed:
            return self.each_alone(programs, configuration, reference, more, Outcome(NOT_COMPILED, class_of(failed)))
        results, missing = on_kernel(self.loader, made, self.inputs)
        if "" in missing:
            return self.each_alone(programs, configuration, reference, more, Outcome(REJECTED, class_of(missing[""])))
        return {program: self.compare(program, results, missing, reference) for program in programs}

    def each_alone(self, programs, configuration, reference, more, outcome):
        if len(programs) == 1:
            return {programs[0]: outcome}
        result = {}
        for program in programs:
            result |= self.outcomes([program], configuration, reference, more)
        return result

    def compare(self, program, results, missing, reference):
        name = program.prefix
        if name in missing:
            return Outcome(REJECTED, class_of(missing[name]))
        difference = first_difference(reference[name], results.get(name, {}))
        return Outcome(WRONG, difference) if difference else Outcome(SAME)

    def explain(self, program, configuration, reference):
        """The known fault that explains a wrong result, or None."""
        for fault in candidates(program, configuration):
            again = self.outcomes([program], configuration, reference, fault.words)
            if again[program].kind == SAME:
                return fault
        return None


def first_difference(right, results):
    """A description of the first difference, or an empty string."""
    for number, fields in right.items():
        got = results.get(number, {})
        if "not-run" in got:
            return f"input {number} was not run: {got['not-run']}"
        for name, value in fields.items():
            if got.get(name) != value:
                return f"input {number}: {name} is {got.get(name, 'not there')}, not {value}"
    return ""
