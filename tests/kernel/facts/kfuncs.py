"""The kfuncs of a kernel's source: what they are registered for, and the row that each would have in Kfuncs.def."""
import collections
import re

from statements import without_comments

FOLDERS = ["kernel", "net", "fs", "crypto", "drivers/hid", "drivers/net", "mm", "security"]
# Not in every kernel of a release: of an architecture, of tests. And the parameter of a macro.
LEFT_OUT = re.compile(r"^name$|test|crash_kexec|bpf_get_lowcore|update_socket_protocol")
BYTES = {"u8": 1, "u16": 2, "u32": 4, "s32": 4, "int": 4, "u64": 8, "s64": 8, "long": 8}
FIELDS = {"bpf_list_head": "ListHead", "bpf_list_node": "ListNode", "bpf_rb_root": "RbRoot", "bpf_rb_node": "RbNode",
          "bpf_res_spin_lock": "ResSpinLock", "bpf_wq": "WorkQueue", "bpf_task_work": "TaskWork", "bpf_map": "Map"}
SUFFIXES = {"szk": "ConstantSize", "sz": "SizeOrZero", "k": "Constant", "ign": "Ignored", "map": "Map", "const_map": "Map", "str": "Text",
            "irq_flag": "IrqFlag", "alloc": "Object", "refcounted_kptr": "Object"}
PROPERTIES = {"SLEEPABLE": "Sleeps", "ITER_NEW": "BeginsIterator", "ITER_NEXT": "StepsIterator", "ITER_DESTROY": "EndsIterator",
              "RCU_PROTECTED": "RcuProtected", "RCU": "Rcu", "DESTRUCTIVE": "Destructive", "PERFMON": "Perfmon"}


class Kfunc:
    def __init__(self):
        self.flags, self.types, self.result, self.parameters = set(), set(), "", None

    def kind(self, parameter, following):
        """The word of Kfuncs.def for a parameter; a memory's size is the one behind it."""
        name = re.findall(r"\w+", parameter)[-1]
        suffix = re.search(r"__(szk|sz|k|ign|const_map|map|str|irq_flag|alloc|refcounted_kptr)$", name)
        struct = re.search(r"struct (\w+)\s*\*", parameter)
        is_sized = re.search(r"__szk?$", following)
        memory = "Reads" if parameter.startswith("const") else "Updates"
        if "(" in parameter or "callback_t " in parameter:
            return "Callback"
        if suffix:
            return SUFFIXES[suffix[1]]
        if "bpf_dynptr" in parameter:
            return "NewDynptr" if name.endswith("__uninit") else "Dynptr"
        if (struct and struct[1].startswith("bpf_iter_")) or name.endswith("__iter"):
            return "NewIterator" if "ITER_NEW" in self.flags else "Iterator"
        if struct and struct[1] in FIELDS:
            return FIELDS[struct[1]]
        if struct and not is_sized:
            return "Context" if struct[1] in ("__sk_buff", "xdp_md", "bpf_nf_ctx") else "Struct"
        if "*" not in parameter:
            return "Scalar"
        if is_sized:
            return memory
        type = re.sub(r"\b(const|__user|unsigned)\b|__(?=[us]\d)", "", parameter.rsplit("*", 1)[0]).strip()
        return f"fixed({memory}, {BYTES[type]})" if type in BYTES else "Address"

    def arguments(self):
        parts, depth = [""], 0
        for letter in self.parameters:
            depth += (letter == "(") - (letter == ")")
            parts[-1] += letter if letter != "," or depth else ""
            if letter == "," and not depth:
                parts.append("")
        parts = [part.strip() for part in parts if part.strip() not in ("", "void")]
        # What the verifier fills in.
        parts = [part for part in parts if "IMPLICIT_ARGS" not in self.flags or not re.search("bpf_prog_aux|btf_struct_meta", part)]
        kinds = [self.kind(part, (parts + [""])[at + 1]) for at, part in enumerate(parts)]
        if "RELEASE" in self.flags and kinds:
            kinds[0] = f"released({kinds[0]})"
        return [f"orNull({kind})" if re.search("__nullable|__opt", part) else kind for kind, part in zip(kinds, parts)]

    def row(self, name, release):
        result = "Nothing" if self.result == "void" else "Integer" if "*" not in self.result else \
            "Struct" if "struct" in self.result else "Memory"
        # Of a lock it is a flag that says that the result has to be tested.
        if "*" in self.result and self.flags & {"RET_NULL", "ITER_NEXT"}:
            result = f"orNull({result})"
        if "*" in self.result and "ACQUIRE" in self.flags:
            result = f"acquired({result})"
        properties = " | ".join(word for flag, word in PROPERTIES.items() if flag in self.flags) or "0"
        hooks = " | ".join(sorted("Every" if type == "UNSPEC" else type.title().replace("_", "") for type in self.types))
        return (f'KFUNC("{name}", {release.replace(".", ", ")}, ARGS({", ".join(self.arguments())}), {result}, {properties}, {hooks})')


def read(root):
    """{name: Kfunc}, and what each type of programs has for a hook."""
    kfuncs, parameters = collections.defaultdict(Kfunc), {}
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.c")):
            text = path.read_text(errors="replace")
            if "test" not in path.name and ("kfunc_id_set" in text or "__bpf_kfunc" in text):
                read_file(without_comments(text), kfuncs, parameters)
    for name, kfunc in kfuncs.items():
        kfunc.result, kfunc.parameters = parameters.get(name, ("", None))
    hooks, types = {}, []
    # Before 5.18 programs had no kfuncs, but for those of congestion control.
    _, _, body = (root / "kernel/bpf/btf.c").read_text().partition("bpf_prog_type_to_kfunc_hook(")
    body = body.split("\n}", 1)[0]
    for type, hook in re.findall(r"case BPF_PROG_TYPE_(\w+):|return (?:BTF_KFUNC_HOOK_)?(\w+)", body):
        types.append(type)
        if hook:
            hooks |= {each: hook for each in types if each}
            types = []
    return kfuncs, hooks


def read_file(text, kfuncs, parameters):
    sets, variables = {}, {}
    for found in re.finditer(r"BTF_(?:SET8|KFUNCS)_START\s*\((\w+)\)(.*?)BTF_(?:SET8|KFUNCS)_END", text, re.DOTALL):
        sets[found[1]] = re.findall(r"BTF_ID_FLAGS\s*\(\s*func\s*,\s*(\w+)\s*,?([^)]*)\)", found[2])
    for found in re.finditer(r"struct\s+btf_kfunc_id_set\s+(\w+)\s*=\s*\{(.*?)\};", text, re.DOTALL):
        named = re.search(r"\.set\s*=\s*&(\w+)", found[2])
        if named:
            variables[found[1]] = named[1]
    for type, variable in re.findall(r"register_btf_kfunc_id_set\s*\(\s*BPF_PROG_TYPE_(\w+)\s*,\s*&(\w+)", text):
        for name, flags in sets.get(variables.get(variable), []):
            kfuncs[name].types.add(type)
            kfuncs[name].flags |= {flag.strip().removeprefix("KF_") for flag in flags.split("|")} - {""}
    for found in re.finditer(r"__bpf_kfunc(?:_\w+)?\s+((?:[\w\s]|\*)+?)\b(\w+)\s*\(([^;{]*?)\)\s*\{", text):
        parameters[found[2]] = (" ".join(found[1].split()), " ".join(found[3].split()))


def differences(root, facts, release):
    """Where Kfuncs.def says something else than the source; a kfunc that it lacks with its row."""
    kfuncs, hooks = read(root)
    if not hooks:
        return
    said = {(name, type): answer == "yes" for name, type, answer in facts("kfuncs")}
    known = {name for name, _ in said}
    for name in sorted(kfuncs):
        if name not in known and not LEFT_OUT.search(name):
            yield f"kfunc {name}: not in Kfuncs.def" + (f": {kfuncs[name].row(name, release)}" if kfuncs[name].parameters is not None else "")
    for name, type in sorted(said):
        registered = kfuncs[name].types if name in kfuncs else set()
        read_so = bool(registered) and ("UNSPEC" in registered or hooks.get(type, "-") in {hooks.get(each) for each in registered})
        if type != "EXT" and said[name, type] != read_so:
            yield f"kfunc {name}, {type}: the table says {'yes' if said[name, type] else 'no'}, the source the other"
