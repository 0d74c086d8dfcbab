# Mutants of where a program goes on, and what it may use there.
import re

from place import Mutant, is_local, line_of, replaced

CHECKED = re.compile(r"^\t+if \([^;{}]*> \(?[^;{}]*data_end\)\n\t+return [^;]*;\n", re.MULTILINE)
CONTEXT = re.compile(r"struct (?P<type>__sk_buff|xdp_md) \*(?P<name>\w+)")
READ = re.compile(r"^\t+(?:void \*)?(?P<name>data|data_end) = \(void ?\*\) ?\((?:unsigned )?long\) ?\w+->(?:data|data_end);\n", re.MULTILINE)
MOVES = re.compile(r"bpf_(?:skb_(?:store_bytes|pull_data|adjust_room|change_\w+|vlan_\w+)|xdp_adjust_\w+|l[34]_csum_replace)\(")
JUMP = re.compile(r"bpf_tail_call(?:_static)?\(\w+, &\w+, (?P<index>\d+)\)")
LOOP = re.compile(r"^\t+for \((?:\w+ )?(?P<name>\w+) = 0; (?P<end>(?P=name) < (?P<bound>\w+)); (?:(?P=name)\+\+|\+\+(?P=name))\)(?P<open> \{)?",
                  re.MULTILINE)


def reloads(text):
    """Each pair of reads that comes after a call that moves, and is no declaration."""
    reads = [read for read in READ.finditer(text) if "void *" not in read.group().split("=")[0]]
    for first, second in zip(reads, reads[1:]):
        near = text[max(0, first.start() - 400):first.start()]
        if first["name"] != second["name"] and MOVES.search(near) and text[first.end():second.start()].strip() == "":
            yield Mutant(text[:first.start()] + text[second.end():], None, MOVES.findall(near)[-1].rstrip("("))


def moves(text):
    for found in CHECKED.finditer(text):
        context = list(CONTEXT.finditer(text[:found.start()]))
        if context and is_local(text, found.start()):
            moving = {"__sk_buff": "bpf_skb_pull_data", "xdp_md": "bpf_xdp_adjust_tail"}[context[-1]["type"]]
            yield Mutant(f"{text[:found.end()]}\t{moving}({context[-1]['name']}, 0);\n{text[found.end():]}", None, moving)


def jumps(text):
    for found in JUMP.finditer(text):
        yield Mutant(text[:found.start("index")] + "4000" + text[found.end("index"):], line_of(text, found.start("index")), "")


def is_left(text, found):
    """Another way out of the loop than its condition; of iterators the loop check says that it leaves them alone."""
    end = re.compile(r"^\t+\}" if found["open"] else r";", re.MULTILINE).search(text, found.end())
    return not end or re.search(r"\b(?:break|return|goto)\b|can_loop|cond_break|bpf_iter_\w+|bpf_\w*for", text[found.end():end.start()])


def bounds(text):
    """What leaves such a loop may bound it for the kernel."""
    for found in LOOP.finditer(text):
        if not is_left(text, found):
            yield replaced(text, found, "bound", "bpf_get_prandom_u32()")


def endless(text):
    for found in LOOP.finditer(text):
        if not is_left(text, found):
            yield replaced(text, found, "end", "")
