# Reduces a failing program: edits the choices that it was generated from, generates the program again, and keeps the result if it
# still fails. Spans of choices (a statement, an operand) are removed or set to zero and single choices are lowered, until nothing
# succeeds any more or the time is over.
import time

from generator.program import Program


class Minimizer:
    """fails: a function that returns whether a program shows the fault."""

    def __init__(self, program, fails, seconds):
        self.program, self.fails = program, fails
        self.end = time.monotonic() + seconds
        self.tried, self.attempts = {program.text}, 0

    def attempt(self, record):
        """Continues with the program of this record if it is smaller and fails. Returns whether it does."""
        program = Program(self.program.seed, record)
        if program.text in self.tried or weight(program) >= weight(self.program):
            return False
        self.tried.add(program.text)
        self.attempts += 1
        if not self.fails(program):
            return False
        self.program = program
        return True

    def in_time(self):
        return time.monotonic() < self.end

    def drop_spans(self):
        """Removes spans or sets them to zero, the longest first. Returns whether anything changed."""
        changed, begin = False, 0
        while self.in_time():
            spans = sorted(set(self.program.choices.spans), key=lambda span: (span[0] - span[1], span[0]))
            if begin >= len(spans):
                return changed
            first, last = spans[begin]
            record = self.program.choices.record
            if self.attempt(record[:first] + record[last:]) or self.attempt(record[:first] + [0] * (last - first) + record[last:]):
                changed = True
            else:
                begin += 1
        return changed

    def lower_numbers(self):
        changed, at = False, 0
        while self.in_time() and at < len(self.program.choices.record):
            record = self.program.choices.record
            for number in {0, record[at] // 2, record[at] - 1} if record[at] else ():
                if self.attempt(record[:at] + [number] + record[at + 1:]):
                    changed = True
                    break
            at += 1
        return changed

    def run(self):
        while self.in_time() and (self.drop_spans() | self.lower_numbers()):
            pass
        return self.program


def weight(program):
    """The order of programs: by length, then by the number of choices that are not 0."""
    return len(program.text), sum(map(bool, program.choices.record))


def minimize(program, fails, seconds):
    return Minimizer(program, fails, seconds).run()
