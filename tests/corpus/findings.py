# Which programs of an object a finding of bpfcc's is about: those that hold code of its line, and those that call them.
import collections
import re
import subprocess

Finding = collections.namedtuple("Finding", "where line is_error message check")

SAID = re.compile(r"^(?P<where>(?P<file>[^\n:]+):(?P<line>\d+):\d+): (?P<how>error|warning): (?P<message>.*) "
                  r"\[(?:-Werror,)?-Wbpf-(?P<check>[a-z-]+)\]$", re.MULTILINE)
SECTION = re.compile(r"^Disassembly of section (?P<name>.*):$")
FUNCTION = re.compile(r"^(?P<address>[0-9a-f]+) <(?P<name>.*)>:$")
LINE = re.compile(r"^; (?P<file>.*):(?P<line>\d+)$")
INSTRUCTION = re.compile(r"^ *(?P<number>\d+):\t(?P<bytes>(?:[0-9a-f]{2} ){7}[0-9a-f]{2})")
RELOCATION = re.compile(r"\sR_BPF_64_(?:32|64)\t(?P<symbol>\S+)$")

# A call of a function of the object, whose operand counts instructions; and its address, whose operand counts bytes.
CALL, ADDRESS, FUNCTION_OF_OBJECT = 0x85, 0x18, 1


def findings_in(text):
    return [Finding(found["where"], int(found["line"]), found["how"] == "error", found["message"], found["check"])
            for found in SAID.finditer(text)]


class Listing:
    """What llvm-objdump prints of an object."""

    def __init__(self, path):
        words = ["llvm-objdump-22", "--disassemble", "--reloc", "--line-numbers", path]
        self.starts, self.lines, self.used = {}, collections.defaultdict(set), []
        self.section = self.name = ""
        for text in subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines():
            self.read(text)

    def read(self, text):
        if section := SECTION.match(text):
            self.section = section["name"]
        elif function := FUNCTION.match(text):
            self.name = function["name"]
            self.starts[self.section, int(function["address"], 16)] = self.name
        elif place := LINE.match(text):
            self.lines[int(place["line"])].add(self.name)
        elif instruction := INSTRUCTION.match(text):
            self.instruction(8 * int(instruction["number"]), bytes.fromhex(instruction["bytes"]))
        elif relocation := RELOCATION.search(text):
            self.relocation(relocation["symbol"])

    def instruction(self, at, code):
        self.code, self.operand = code[0], int.from_bytes(code[4:], "little", signed=True)
        if self.code == CALL and code[1] >> 4 == FUNCTION_OF_OBJECT:
            self.used.append((self.name, self.section, at + 8 * (self.operand + 1)))

    def relocation(self, symbol):
        """What the last instruction uses is behind the beginning of a section, or of a symbol."""
        if self.code == CALL and self.used:
            self.used[-1] = self.name, symbol, 8 * (self.operand + 1)
        elif self.code == ADDRESS:
            self.used.append((self.name, symbol, self.operand))

    def callers(self):
        """{function: those that call it or hand it over}"""
        result = collections.defaultdict(set)
        for name, symbol, address in self.used:
            result[self.starts.get((symbol, address), symbol)].add(name)
        return result


class Programs:
    """Of an object: which functions a finding is about."""

    def __init__(self, path):
        listing = Listing(path)
        self.functions, self.lines, self.callers = set(listing.starts.values()), listing.lines, listing.callers()

    def of(self, finding):
        """Those with code of the line, of whichever file; without any, as at a declaration, those that the message names. And
        their callers."""
        named = set(re.findall(r"'(\w+)'", finding.message)) & self.functions
        return with_callers(self.lines.get(finding.line, named), self.callers)


def with_callers(names, callers):
    known, next_ = set(names), list(names)
    while next_:
        for caller in callers[next_.pop()] - known:
            known.add(caller)
            next_.append(caller)
    return known
