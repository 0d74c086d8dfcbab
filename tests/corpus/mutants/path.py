# Mutants of what a path does: a test, a comparison, a release or an unlock less, or at another place.
import re

from control import CHECKED
from place import Mutant, line_of

NAMELESS = "*"  # the finding says what is missing
TESTED = re.compile(r"^\t+if \(!(?P<name>\w+)\)(?: \{\n[^{}]*\n\t+\}|\n\t+(?:return|goto|continue|break)[^;]*;)\n", re.MULTILINE)
FOUND = r"\b{name} = (?:\([^()]*\) ?)?bpf_(?:map_lookup_\w+|ringbuf_reserve|sk_lookup_\w+|skc_lookup_\w+|obj_new|sk_storage_get|task_storage_get)\("
RELEASED = re.compile(r"^\t+bpf_(?:ringbuf_(?:submit|discard)(?:_dynptr)?|sk_release|obj_drop|iter_\w+_destroy|\w+_release)\([^;]*\);\n",
                      re.MULTILINE)
UNLOCKED = re.compile(r"^\t+bpf_(?:spin_unlock|rcu_read_unlock|preempt_enable|local_irq_restore)\([^;]*\);\n", re.MULTILINE)
BEFORE = re.compile(r"^(?P<use>\t+[^\n;]*\b(?P<name>\w+)->[^\n;]*;\n)(?P<end>\t+bpf_(?:ringbuf_submit|ringbuf_discard|sk_release)\((?P=name)\b[^;]*\);\n)",
                    re.MULTILINE)
BOUNDED = re.compile(r"\bif \((?:\(\w+\))?(?P<name>\w+) (?P<compare><|>=) (?P<bound>[A-Z_]+|\d+|sizeof\([^()]*\))\)")


def tests(text):
    """The test of what the kernel returned."""
    for found in TESTED.finditer(text):
        near = text[max(0, found.start() - 300):found.start()]
        if re.search(FOUND.format(name=found["name"]), near):
            yield Mutant(text[:found.start()] + text[found.end():], None, found["name"])


def comparisons(text):
    for found in CHECKED.finditer(text):
        yield Mutant(text[:found.start()] + text[found.end():], None, NAMELESS)


def shorter(text):
    """One byte less is compared with the end."""
    for found in CHECKED.finditer(text):
        compared = re.sub(r"if \((.*) > \(?(.*data_end)\)", r"if ((void *)((char *)(\1) - 1) > (void *)(long)\2)", found.group(), count=1)
        yield Mutant(text[:found.start()] + compared + text[found.end():], None, NAMELESS)


def without(pattern):
    def make(text):
        for found in pattern.finditer(text):
            yield Mutant(text[:found.start()] + text[found.end():], None, NAMELESS)
    return make


releases, unlocks = without(RELEASED), without(UNLOCKED)


def later(text):
    """The last use comes behind the release."""
    for found in BEFORE.finditer(text):
        yield Mutant(text[:found.start()] + found["end"] + found["use"] + text[found.end():], None, found["name"])


def further(text):
    """A bound lets one more through."""
    for found in BOUNDED.finditer(text):
        weaker = {"<": "<=", ">=": ">"}[found["compare"]]
        yield Mutant(text[:found.start("compare")] + weaker + text[found.end("compare"):], None, found["name"])


def signed(text):
    """An unsigned variable that is compared with its upper bound becomes signed."""
    for found in BOUNDED.finditer(text):
        declared = re.compile(rf"^\t+(?P<type>__u32|u32|unsigned int|__u64|u64|unsigned long) {found['name']}\b", re.MULTILINE)
        places = [each for each in declared.finditer(text, 0, found.start())]
        if places:
            new = "long" if "64" in places[-1]["type"] or "long" in places[-1]["type"] else "int"
            yield Mutant(text[:places[-1].start("type")] + new + text[places[-1].end("type"):], None, found["name"])
