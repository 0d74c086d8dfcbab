"""C as far as the kernel's *_func_proto() functions need it: if, switch, return and assignments, walked for one helper."""
import re

TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|[A-Za-z_]\w*|\d\w*|->|&&|\|\||[=!<>]=|<<|>>|\S')


def without_comments(text):
    """The text as it is compiled where every CONFIG_ is on: of an #if the first part counts, of an #ifndef the second."""
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL)
    kept, left_out = [], []
    for line in text.split("\n"):
        directive = re.match(r"\s*#\s*(if|ifdef|ifndef|else|elif|endif)\b(.*)", line)
        if directive and directive[1] in ("if", "ifdef", "ifndef"):
            left_out.append((directive[1] == "ifndef" and "CONFIG" in directive[2]) or
                            (directive[1] == "if" and bool(re.match(r"\s*(0\b|!)", directive[2]))))
        elif directive and directive[1] == "endif":
            left_out and left_out.pop()
        elif directive and left_out:
            left_out[-1] = not left_out[-1]
        kept.append("" if directive or any(left_out) else line)
    return "\n".join(kept)


class Parser:
    """Statements as tuples: ("block", [...]), ("if", condition, then, else), ("switch", what, [...]), ("return", value) ..."""

    def __init__(self, text):
        self.tokens, self.at = TOKEN.findall(text), 0

    def peek(self, ahead=0):
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else None

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def parenthesized(self):
        self.next()
        inner, depth = [], 1
        while depth:
            token = self.next()
            depth += (token == "(") - (token == ")")
            inner.append(token)
        return inner[:-1]

    def until(self, stop):
        found, depth = [], 0
        while depth or self.peek() != stop:
            token = self.next()
            depth += (token in "({[") - (token in ")}]")
            found.append(token)
        self.next()
        return found

    def case(self):
        if self.next() == "default":
            self.next()
            return ("default",)
        return ("case", " ".join(self.until(":")))

    def several(self):
        self.next()
        found = []
        while self.peek() != "}":
            is_label = self.peek() == "case" or (self.peek() == "default" and self.peek(1) == ":")
            found.append(self.case() if is_label else self.statement())
        self.next()
        return found

    def statement(self):
        first = self.peek()
        if first == "{":
            return ("block", self.several())
        if first == "if":
            self.next()
            condition, then = self.parenthesized(), self.statement()
            if self.peek() != "else":
                return ("if", condition, then, None)
            self.next()
            return ("if", condition, then, self.statement())
        if first == "switch":
            self.next()
            return ("switch", " ".join(self.parenthesized()), self.several())
        if first == "return":
            self.next()
            return ("return", self.until(";"))
        words = self.until(";")
        if words[:1] == ["break"]:
            return ("break",)
        return ("set", words[0], words[2:]) if len(words) > 2 and words[1] == "=" else ("other",)

    def body(self):
        found = []
        while self.peek() is not None:
            found.append(self.statement())
        return found


class Walk:
    """What the functions return for one helper, on every path: the names of its prototypes, None for NULL."""

    def __init__(self, functions, helper):
        self.functions, self.label = functions, "BPF_FUNC_" + helper

    def of(self, name):
        returned = []
        self.run(self.functions.get(name, []), {}, returned)
        return returned or [None]

    def value(self, words, known):
        if "?" in words:
            question, colon = words.index("?"), words.index(":")
            condition, one, other = words[:question], words[question + 1:colon], words[colon + 1:]
            # A kernel that is locked down, and who may not, is not what the tables tell of.
            return self.value(one, known) + self.value(other, known) if "locked_down" not in " ".join(condition) else \
                self.value(other if one == ["NULL"] else one, known)
        if words == ["NULL"]:
            return [None]
        if words[0] == "&":
            return [words[1]]
        if words[0] in known:
            return known[words[0]]
        return self.of(words[0]) if words[1:2] == ["("] and words[0] in self.functions else [None]

    def truths(self, condition, known):
        """What a condition may be, with what is known then: [(true or not, known)]."""
        text = " ".join(condition)
        if "capable" in text:
            return [(condition[0] != "!", known)]
        is_negated = condition[0] == "!"
        name = condition[1] if is_negated and len(condition) > 1 else condition[0]
        if name in known and (len(condition) == 1 + is_negated or "&&" in condition):
            return [(bool(each) != is_negated, {**known, name: [each]}) for each in known[name]]
        if text.startswith("func_id == "):
            return [(text == "func_id == " + self.label, known)]
        return [(True, known), (False, known)]

    def run(self, statements, known, returned):
        """Walks statements. Gives what is known behind them, on each path that goes on, and whether it broke out."""
        paths = [(known, False)]
        for statement in statements:
            paths = [following for known, broke in paths
                     for following in ([(known, True)] if broke else self.step(statement, known, returned))]
        return paths

    def step(self, statement, known, returned):
        kind = statement[0]
        if kind == "block":
            return self.run(statement[1], known, returned)
        if kind == "return":
            returned += self.value(statement[1], known)
            return []
        if kind == "break":
            return [(known, True)]
        if kind == "set":
            return [({**known, statement[1]: self.value(statement[2], known)}, False)]
        if kind == "if":
            return [following for is_true, then in self.truths(statement[1], known)
                    for following in (self.step(statement[2] if is_true else statement[3], then, returned)
                                      if is_true or statement[3] else [(then, False)])]
        if kind == "switch":
            return self.switch(statement, known, returned)
        return [(known, False)]

    def switch(self, statement, known, returned):
        labels = [at for at, each in enumerate(statement[2]) if each[0] in ("case", "default")]
        if statement[1] == "func_id":
            own = [at for at in labels if statement[2][at] == ("case", self.label)]
            labels = own or [at for at in labels if statement[2][at] == ("default",)]
        paths = [] if labels else [(known, False)]
        for at in labels:
            code = [each for each in statement[2][at:] if each[0] not in ("case", "default")]
            paths += [(behind, False) for behind, _ in self.run(code, known, returned)]
        return paths
