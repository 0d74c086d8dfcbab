"""The rows of ContextMembers.def: a program that reads, and one that writes, each member in each section that has it."""
from .common import LICENSE, SECTIONS, assemble, facts, is_judged, known, newest_known

WIDTHS = {1: "u8", 2: "u16", 4: "u32", 8: "u64"}


class Table:
    def __init__(self):
        self.judged = 0
        self.members = {}  # by section as the tables name it: (member, offset, bytes)
        for section, _, member, offset, size, _, _ in facts("members", newest_known()):
            self.members.setdefault(section, []).append((member, int(offset), int(size)))
        self.ranges = {section: least for section, least, _ in facts("returns", newest_known())}
        self.sections = [section for section in SECTIONS if known(section) in self.members]

    def make(self, folder):
        for section in self.sections:
            programs = []
            for member, offset, size in self.members[known(section)]:
                result = f"r0 = {self.ranges.get(known(section), 0)}"
                programs.append((section, f"read_{member}", f"r2 = *({WIDTHS[size]} *)(r1 + {offset})\n    {result}"))
                programs.append((section, f"write_{member}", f"r2 = 0\n    *({WIDTHS[size]} *)(r1 + {offset}) = r2\n    {result}"))
            assemble(folder / f"context-{section.replace('/', '-')}.o", programs, LICENSE)

    def mistakes(self, said, kernel):
        expected = {(section, member): {"read": read == "yes", "write": written == "yes"}
                    for section, _, member, _, _, read, written in facts("members", kernel)}
        for section in self.sections:
            for program, words in said[f"context-{section.replace('/', '-')}"].items():
                how, member = program.split("_", 1)
                if not is_judged(words) or program == "(types)":
                    continue
                self.judged += 1
                if (words == "loads") != expected[known(section), member][how]:
                    yield (f"context {section}, {how} {member}: the table says {'yes' if expected[known(section), member][how] else 'no'}, "
                           f"the kernel {words}")

    def summary(self):
        return f"{self.judged} accesses to members of contexts"
