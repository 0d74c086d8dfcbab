"""The rows of ReturnRanges.def: programs of each section that return one value, and one that returns any."""
from .common import LICENSE, LICENSED, SECTIONS, assemble, facts, known, name_of

VALUES = [-1, 0, 1, 2, 3, 4]
# What LSM programs may return hangs on the hook.
LEFT_OUT = ["lsm/file_open", "lsm.s/file_open"]


class Table:
    def __init__(self):
        self.judged = 0
        self.sections = [section for section in SECTIONS + LICENSED if section not in LEFT_OUT]

    def make(self, folder):
        for section in self.sections:
            programs = [(section, f"value_{value}".replace("-", "m"), f"r0 = {value}") for value in VALUES]
            programs.append((section, "value_any", "call 7"))
            assemble(folder / f"returns-{name_of(section)}.o", programs, LICENSE)

    def mistakes(self, said, kernel):
        ranges = {section: (int(least), int(most)) for section, least, most in facts("returns", kernel)}
        for section in self.sections:
            least, most = ranges.get(known(section), (None, None))
            for program, words in said[f"returns-{name_of(section)}"].items():
                # What is rejected for another reason, a target that is not to be had or a helper, says nothing.
                if program == "(types)" or not (words == "loads" or "register R0" in words):
                    continue
                self.judged += 1
                value = program.removeprefix("value_").replace("m", "-")
                expected = least is None or (value != "any" and least <= int(value) <= most)
                if (words == "loads") != expected:
                    yield f"return of {value} in {section}: the table says {least}..{most}, the kernel {words}"

    def summary(self):
        return f"{self.judged} return values"
