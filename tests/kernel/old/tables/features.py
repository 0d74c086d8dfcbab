"""The rows of KernelFeatures.def and Cpus.def: programs of Inputs/rows, one file a row, whose names say what is expected of them."""
import os
import re

from .common import ROWS, TABLES, compile, is_judged, release

C = ["-O2", "-g", "-ffreestanding", f"-I/usr/include/{os.uname().machine}-linux-gnu"]


def first_kernels():
    """The release that brought a row, by the name of the row's file."""
    features = (TABLES / "KernelFeatures.def").read_text()
    cpus = (TABLES / "Cpus.def").read_text()
    result = {name: (int(major), int(minor))
              for name, major, minor in re.findall(r'^FEATURE\(\w+, "(.*?)", (\d+), (\d+),', features, re.MULTILINE)}
    result |= {f"cpu-{name}": (int(major), int(minor))
               for name, major, minor in re.findall(r'^CPU\(\w+, "(.*?)", (\d+), (\d+),', cpus, re.MULTILINE)}
    return result


class Row:
    """A file of Inputs/rows."""

    def __init__(self, path, since):
        self.name, self.path, self.since = path.stem, path, since
        self.text = path.read_text()
        self.stable = self.releases(r"^// Stable too: (?P<names>.*) (?P<release>[\d.]+)$")
        self.before = self.releases(r"^// Loads before (?P<release>[\d.]+) too: (?P<names>.*)$")

    def releases(self, pattern):
        """What comments of that form tell: {program: release}."""
        return {name: release(found["release"]) for found in re.finditer(pattern, self.text, re.MULTILINE)
                for name in found["names"].split()}

    def make(self, folder):
        cpu = re.findall(r"^// (-mcpu=\w+)$", self.text, re.MULTILINE)
        compile(*C, *cpu, self.path, "-o", folder / f"{self.name}.o")

    def loads(self, program, kernel):
        """Whether the table says that a program loads."""
        has = kernel >= min(self.since, self.stable.get(program, self.since)) or kernel < self.before.get(program, (0, 0))
        kind = "needs" if program == "(types)" and self.name.startswith("btf-") else program.split("_")[0]
        return {"needs": has, "before": not has, "any": True, "(types)": True, "never": False}[kind]


    def mistakes(self, said, kernel):
        for program, words in said[self.name].items():
            if not is_judged(words):
                print(f"{self.name}: {program}: {words}")
            elif (words == "loads") != self.loads(program, kernel):
                yield (f"{self.name}: {program}: the table says {'loads' if self.loads(program, kernel) else 'rejected'}, "
                       f"the kernel {words}")


class Table:
    def __init__(self):
        since = first_kernels()
        self.rows = [Row(path, since[path.stem]) for path in sorted(ROWS.glob("*.c"))]

    def make(self, folder):
        for row in self.rows:
            row.make(folder)

    def mistakes(self, said, kernel):
        for row in self.rows:
            yield from row.mistakes(said, kernel)

    def summary(self):
        return f"{len(self.rows)} rows"
