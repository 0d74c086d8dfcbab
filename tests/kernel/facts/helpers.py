"""Which types of programs may call which helper, as a kernel's source has it."""
import re

from statements import Parser, Walk, without_comments
from tables.common import stable_changes

FOLDERS = ["kernel/bpf", "kernel/trace", "net/core", "net/ipv4", "net/netfilter", "drivers/media/rc"]
# Those that a later look at the target of the program rejects (the prototype's .allowed), always for these types.
NEVER_ALLOWED = {("d_path", "SYSCALL"), ("sk_storage_get", "SYSCALL"), ("sk_storage_delete", "SYSCALL")}


class Source:
    def __init__(self, root):
        self.functions, self.operations = {}, {}
        for folder in FOLDERS:
            for path in sorted((root / folder).glob("*.c")):
                text = path.read_text(errors="replace")
                if "func_proto" in text:
                    self.read(without_comments(text))
        # What an iterator has beside is that of its target.
        self.functions.pop("bpf_iter_get_func_proto", None)
        types = without_comments((root / "include/linux/bpf_types.h").read_text())
        self.types = dict(re.findall(r"BPF_PROG_TYPE\(BPF_PROG_TYPE_(\w+),\s*(\w+)", types))
        header = (root / "include/uapi/linux/bpf.h").read_text()
        self.helpers = [name for name in re.findall(r"\bFN\((\w+)", re.sub(r"/\*.*?\*/", " ", header, flags=re.DOTALL))
                        if name not in ("unspec", "x", "name")]

    def read(self, text):
        for found in re.finditer(r"const\s+struct\s+bpf_func_proto\s*\*\s*(\w+)\s*\([^)]*\)\s*\{", text):
            end, depth = found.end(), 1
            while depth:
                depth += (text[end] == "{") - (text[end] == "}")
                end += 1
            self.functions[found[1]] = Parser(text[found.end():end - 1]).body()
        for found in re.finditer(r"struct\s+bpf_verifier_ops\s+(\w+)\s*=\s*\{(.*?)\}", text, re.DOTALL):
            asked = re.search(r"\.get_func_proto\s*=\s*(\w+)", found[2])
            if asked:
                self.operations[found[1]] = asked[1]

    def callers(self):
        """{(helper, type)}"""
        found = set()
        for type, name in self.types.items():
            root = self.operations.get(name + "_verifier_ops") or self.operations.get(name)
            found |= {(helper, type) for helper in self.helpers if root and any(Walk(self.functions, helper).of(root))}
        return found - NEVER_ALLOWED


def differences(root, facts, release):
    """Where the tables say something else than the source; facts gives the lines of a table."""
    source = Source(root)
    stable = {helper for helper, releases in stable_changes().items() if tuple(map(int, release.split("."))) in releases}
    said = {(helper, type): answer == "yes" for helper, type, answer in facts("types")}
    read = source.callers()
    known = {helper for helper, _ in said}
    for helper in source.helpers:
        if helper not in known:
            yield f"helper {helper}: not in Helpers.def"
    for helper, type in sorted(said):
        if helper in stable or type in ("STRUCT_OPS", "EXT") or type not in source.types:
            continue
        if said[helper, type] != ((helper, type) in read):
            yield f"helper {helper}, {type}: the table says {'yes' if said[helper, type] else 'no'}, the source the other"
