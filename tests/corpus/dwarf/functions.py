# What BTF says of functions: each with its prototype as C would write it and its tags, in one line. Types are read from `bpfbtf dump`.
import re
import subprocess

TYPE = re.compile(r"\[(\d+)\] (\w+) '(.*?)'(.*)")
PART = re.compile(r"\t'(.*?)' type_id=(\d+)")
BEFORE = {"CONST": "const ", "VOLATILE": "volatile ", "RESTRICT": "restrict "}
NAMED = {"STRUCT": "struct ", "UNION": "union ", "ENUM": "enum ", "ENUM64": "enum "}


def named(name):
    return "" if name == "(anon)" else name


class Types:
    """The types of a file, on those of its base."""

    def __init__(self, bpfbtf, file, base=None):
        words = [bpfbtf, "dump", *(["--base", base.file] if base else []), file]
        lines = subprocess.run(list(map(str, words)), capture_output=True, text=True, errors="replace", check=True).stdout.splitlines()
        self.file = file
        self.rows, self.parts = (dict(base.rows), dict(base.parts)) if base else ({}, {})
        self.own = []
        for line in lines:
            if match := TYPE.match(line):
                number, kind, name, rest = match.groups()
                self.own.append(number)
                self.rows[number] = kind, named(name), dict(word.split("=") for word in rest.split() if "=" in word)
            elif (match := PART.match(line)) and self.rows[self.own[-1]][0] == "FUNC_PROTO":
                self.parts.setdefault(self.own[-1], []).append((named(match[1]), match[2]))

    def prototype(self, number, name):
        parameters = (self.said(of, called) if of != "0" else "..." for called, of in self.parts.get(number, []))
        return self.said(self.rows[number][2]["ret_type_id"], f"{name}({', '.join(parameters) or 'void'})")

    def said(self, number, declared=""):
        """C that declares something of that type."""
        if number == "0":
            return f"void {declared}"
        kind, name, more = self.rows[number]
        if kind == "PTR":
            return self.said(more["type_id"], f"*{declared}")
        if kind in BEFORE:
            return self.said(more["type_id"], BEFORE[kind] + declared)
        if kind == "TYPE_TAG":
            return self.said(more["type_id"], f"__tag({name}) {declared}")
        if kind == "ARRAY":
            return self.said(more["type_id"], f"{declared}[{more['nr_elems']}]")
        if kind == "FUNC_PROTO":
            return self.prototype(number, f"({declared})")
        return f"{NAMED.get(kind, more.get('fwd_kind', '') + ' ').lstrip()}{name} {declared}"

    def functions(self):
        tags = {}
        for number in self.own:
            kind, name, more = self.rows[number]
            if kind == "DECL_TAG":
                tags.setdefault(more["type_id"], []).append(f"{name}@{more['component_idx']}")
        found = set()
        for number in self.own:
            kind, name, more = self.rows[number]
            if kind == "FUNC":
                found.add(" ".join([*sorted(tags.get(number, [])), self.prototype(more["type_id"], name)]))
        return found
