# A random program. A seed generates the same text everywhere. The instruction set is drawn first, because not all of them support
# every operation. Structs, globals, maps and functions follow, and finally the program itself, which folds the values of its local
# variables into one number at its end. A run is judged by this number, the other globals, the maps, the context and the packet.
from generator import shapes
from generator.blocks import indented, statements
from generator.choices import Choices
from generator.functions import calls_to_the_others, make_callback, make_function
from generator.integers import IN_MEMORY, S32
from generator.literals import literal
from generator.maps import make_map
from generator.memory import drawn_shape
from generator.operators import KINDS as EXPRESSIONS
from generator.packet import open_packet
from generator.scope import ALL, Object, Scalar, Scope
from generator.shapes import declared
from generator.statements import KINDS as STATEMENTS

KINDS_OF_PROGRAMS = ("xdp", "tc")


class Program:
    """text: the C source, which includes program.h. level: the lowest -mcpu=v. needs: the kernel features it requires, as
    `bpfcc --list-features` names them. wraps: it must be compiled with -fwrapv. contents: what it contains, for the summary."""

    def __init__(self, seed, replay=None):
        self.seed = seed
        self.choices = choices = Choices(seed, replay)
        self.prefix = f"p{seed}"
        self.result = f"{self.prefix}_result"
        self.names = 0
        self.needs, self.contents = {"global-data", "bounded-loops"}, set()
        self.level = choices.weighted([(4, 1), (3, 3), (3, 4)])
        self.wraps = choices.chance(20)
        self.kind = choices.pick(KINDS_OF_PROGRAMS)
        # Every program prefers other kinds, so that some contain a lot of what is rare in general (swarm testing).
        self.statements, self.expressions = choices.reweighted(STATEMENTS), choices.reweighted(EXPRESSIONS)
        self.structs, self.maps, self.functions, self.global_objects = [], [], [], []
        self.global_scalars, self.volatiles, self.called = [], [], set()
        self.text = "\n".join(self.lines()) + "\n"

    def __repr__(self):
        return self.prefix

    def name(self, letter):
        """A name that is unique, also among the programs in one file."""
        self.names += 1
        return f"{self.prefix}_{letter}{self.names}"

    def contains(self, words):
        self.contents.add(words)

    def require(self, feature):
        self.needs.add(feature)

    def lines(self):
        scope = Scope(self)
        yield '#include "program.h"'
        yield from self.declare_structs()
        yield from self.declare_globals(scope)
        for _ in self.choices.repeat(0, 2, 50):
            yield from make_map(scope)
        for _ in self.choices.repeat(0, 4, 55):
            self.budget = 8
            yield ""
            yield from (make_callback if self.choices.chance(12) else make_function)(scope)
        yield ""
        yield from self.main_function(scope)

    def declare_structs(self):
        for _ in self.choices.repeat(0, 3, 60):
            make = shapes.make_packed_struct if self.choices.chance(30) else shapes.make_struct
            self.structs.append(make(self.choices, self.name("s")))
            yield from shapes.declaration(self.structs[-1])

    def declare_globals(self, scope):
        self.contains("global variable")
        yield f"u64 {self.result};"
        yield f"OBSERVE({self.result})"
        for _ in self.choices.repeat(0, 4, 65):
            yield from (self.global_table if self.choices.chance(25) else self.global_variable)(scope)

    def global_table(self, scope):
        """A constant array, for .rodata."""
        self.contains("constant table")
        shape, name = shapes.make_array(self.choices), self.name("c")
        values = ", ".join(literal(scope).cast(shape.element).text for _ in range(shape.count))
        self.global_objects.append(Object(name, shape, writable=False))
        yield f"static const {declared(shape, name)} = {{{values}}};"

    def global_variable(self, scope):
        name = self.name("g")
        if self.choices.chance(50):
            type_ = self.choices.pick(IN_MEMORY)
            value = f" = {literal(scope).cast(type_).text}" if self.choices.chance(50) else ""
            is_volatile = self.choices.chance(15)
            (self.volatiles if is_volatile else self.global_scalars).append(Scalar(name, type_))
            yield f"{'volatile ' * is_volatile}{type_.name} {name}{value};"
        else:
            shape = drawn_shape(scope)
            self.global_objects.append(Object(name, shape, atomics=ALL))
            yield f"{declared(shape, name)};"
        yield f"OBSERVE({name})"

    def main_function(self, scope):
        self.budget = 12 + self.choices.below(20)
        scope.is_program = True
        scope.scalars += self.global_scalars
        body = open_packet(scope, S32)
        scope.objects += self.global_objects
        scope.leave = lambda inner: literal(inner).cast(S32).text
        body += statements(scope, 1, 24, 93)
        body += calls_to_the_others(scope)
        yield f"PROGRAM({self.kind}, {self.prefix})"
        yield "{"
        yield from indented(body)
        yield from indented(self.fold(scope))
        yield "}"

    def fold(self, scope):
        """Makes all local variables observable."""
        for scalar in scope.scalars:
            if scalar not in self.global_scalars:
                yield f"FOLD({self.result}, {scalar.name});"
        for object_ in scope.objects:
            if object_.own:
                yield f"FOLD_BYTES({self.result}, {object_.name});"
        yield f"return (int)({self.result} ^ {self.result} >> 32);"
