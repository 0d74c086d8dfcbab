# Mutants of what tables and types decide: a member of the context, a helper, a map, a verdict that the program cannot have.
import re

from place import Mutant, line_of

PROGRAM = re.compile(r'^SEC\("(?P<section>[^"]*)"\)\nint (?P<name>\w+)\(struct (?P<type>\w+) \*(?P<context>\w+)\)\n\{\n', re.MULTILINE)
PLAIN = re.compile(r'^SEC\("(?P<section>(?:kprobe|kretprobe|tracepoint|tp|raw_tp|raw_tracepoint|perf_event)\b[^"]*)"\)\n'
                   r"int (?P<name>\w+)\([^;{)]*\)\n\{\n", re.MULTILINE)
ARRAY = re.compile(r"__uint\(type, BPF_MAP_TYPE_(?:ARRAY|HASH)\);(?:(?!SEC)[^}])*\}\s*(?P<name>\w+) SEC\(\"\.maps\"\)")
VERDICT = re.compile(r'^SEC\("cgroup[^"]*"\)\nint \w+\([^;{)]*\)\n\{\n(?:(?!^\}).*\n)*?\t+return (?P<verdict>1);\n\}', re.MULTILINE)
OTHER = {"__sk_buff": "bpf_xdp_adjust_head((void *){0}, 0);", "xdp_md": "bpf_skb_pull_data((void *){0}, 0);"}
READ_ONLY = {"__sk_buff": "{0}->len = 1;", "xdp_md": "{0}->rx_queue_index = 1;", "bpf_sock_addr": "{0}->family = 2;"}


def inserted(text, place, statement):
    return Mutant(f"{text[:place]}\t{statement}\n{text[place:]}", line_of(text, place), "")


def members(text):
    for found in PROGRAM.finditer(text):
        if found["type"] in READ_ONLY:
            yield inserted(text, found.end(), READ_ONLY[found["type"]].format(found["context"]))


def helpers(text):
    for found in PROGRAM.finditer(text):
        if found["type"] in OTHER:
            yield inserted(text, found.end(), OTHER[found["type"]].format(found["context"]))


def maps(text):
    """A ring buffer's helper with a map that is none."""
    names = [each["name"] for each in ARRAY.finditer(text)]
    for found in PROGRAM.finditer(text) if names else []:
        yield inserted(text, found.end(), f'{{ int one = 1; bpf_ringbuf_output(&{names[0]}, &one, 4, 0); }}')


def contexts(text):
    """The context in the place of memory."""
    names = [each["name"] for each in ARRAY.finditer(text)]
    for found in PROGRAM.finditer(text) if names else []:
        yield inserted(text, found.end(), f"bpf_map_lookup_elem(&{names[0]}, {found['context']});")


def verdicts_of(text):
    for found in VERDICT.finditer(text):
        place = found.start("verdict")
        yield Mutant(f"{text[:place]}77{text[found.end('verdict'):]}", line_of(text, place), "")


def pointers(text):
    for found in PLAIN.finditer(text):
        yield inserted(text, found.end(), "*(volatile int *)bpf_get_current_task();")


def calls(text):
    for found in PROGRAM.finditer(text):
        yield inserted(text, found.end(), "((void (*)(void))(long)bpf_get_prandom_u32())();")


def constants(text):
    """A write to .rodata."""
    for found in PROGRAM.finditer(text):
        yield inserted(text, found.end(), f"{{ static const volatile int none = 3; *(volatile int *)&none = 1; }}")
