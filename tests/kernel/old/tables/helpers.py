"""The rows of Helpers.def: a program for each helper and section that does nothing but call it."""
import re

from .common import LICENSE, LICENSED, SECTIONS, TABLES, assemble, facts, is_judged, known, name_of, stable_changes

# Helpers that hang on how the kernel was built or booted: CONFIG_BPF_KPROBE_OVERRIDE, lockdown.
CONFIGURED = ["override_return", "probe_write_user"]


class Helper:
    """A row of Helpers.def."""

    def __init__(self, number, name, major, minor, properties, license, stable):
        self.number, self.name, self.since, self.license = number, name, (int(major), int(minor)), license
        self.sleeps = "Sleeps" in properties
        self.stable = stable  # the releases whose stable kernels differ from the table
        self.judged = self.asked = 0  # how many sections, and for how many of them the kernel looked at the license

    def make(self, folder):
        # Nothing but the call, and no license where one is not needed to be loaded at all: the kernel looks at both before it looks at
        # the arguments.
        for kind, sections, license in (("helper", SECTIONS, ""), ("licensed", LICENSED, LICENSE)):
            calls = [(section, name_of(section), f"call {self.number}\n    r0 = 0") for section in sections]
            assemble(folder / f"{kind}-{self.name}.o", calls, license)

    def is_any(self, type, kernel):
        """Whether the table says that a program of that type needs no license."""
        loosened = re.fullmatch(r'gpl(?:Until\(|Except\("(\w+)", )(\d+), (\d+)\)', self.license)
        if loosened and kernel >= (int(loosened[2]), int(loosened[3])):
            return loosened[1] in (None, type)
        return self.license == "Any"

    def mistakes(self, said, kernel, callers):
        """Where the kernel's words about the calls are others than the table's; said is by program."""
        judged = [(section, said.get(name_of(section), "not judged")) for section in SECTIONS + LICENSED]
        judged = [(section, words) for section, words in judged if is_judged(words)]
        if any("invalid func" in words for _, words in judged) != (kernel < self.since):
            yield f"helper {self.name}: the table says {'.'.join(map(str, self.since))}, the kernel {judged[0][1]}"
        for section, words in judged:
            # The license is looked at before whether the helper sleeps, and what it is attached to may decide, too.
            if (self.sleeps and "GPL-restricted" in words) or ("not allowed in probe" in words and re.match("f|lsm", section)):
                continue
            type, expected = callers[self.name, known(section)]
            self.judged += 1
            is_called = not re.search("cannot use helper|unknown func|invalid func|might sleep|not allowed in", words)
            if expected and not is_called and self.name in CONFIGURED:
                continue
            if is_called != expected and kernel not in self.stable:
                yield f"helper {self.name}, {section}: the table says {'yes' if expected else 'no'}, the kernel {words}"
            if not is_called or section in LICENSED:
                continue
            self.asked += 1
            # A kprobe that is at one function has no variant of its own.
            variant = type if section != "kprobe/do_nanosleep" and section != "uprobe.s" else ""
            if ("GPL-restricted" in words) == self.is_any(variant, kernel):
                yield f"helper {self.name}, {section}: the table says {self.license}, the kernel {words}"


def rows():
    text = (TABLES / "Helpers.def").read_text()
    stable = stable_changes()
    found = re.findall(r'^HELPER\((\d+), "(\w+)", (\d+), (\d+), ARGS\(.*\), .*?, ([\w |]+), ((?:Any|[Gg]pl)\w*(?:\(.*?\))?), [\w |]',
                      text, re.MULTILINE)
    return [Helper(*row, stable.get(row[1], set())) for row in found]


class Table:
    def __init__(self):
        self.helpers = rows()

    def make(self, folder):
        for helper in self.helpers:
            helper.make(folder)

    def mistakes(self, said, kernel):
        callers = {(helper, section): (type, answer == "yes") for helper, section, type, answer in facts("callers", kernel)}
        for helper in self.helpers:
            yield from helper.mistakes(said[f"helper-{helper.name}"] | said[f"licensed-{helper.name}"], kernel, callers)

    def summary(self):
        judged = sum(helper.judged for helper in self.helpers)
        asked = sum(bool(helper.asked) for helper in self.helpers)
        return f"{len(self.helpers)} helpers, {judged} calls of them and the licenses of {asked}"
