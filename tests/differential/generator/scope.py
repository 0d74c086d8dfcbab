# The state of the function that is being generated: the scalars and objects in scope, and the remaining stack. Leaving a block
# removes what was declared in it.
import collections
import contextlib

from generator import shapes

# limit: the exclusive upper bound of a loop counter, else None.
Scalar = collections.namedtuple("Scalar", "name type writable limit", defaults=(True, None))
# Which atomic operations an object allows. The kernel rejects them at variable offsets of the stack.
NONE, AT_CONSTANTS, ALL = range(3)
# name: the C text of the object, or of a pointer to it if is_pointer. own: a local variable of this function that no pointer
# aliases. at_constants: every index must be a constant.
Object = collections.namedtuple("Object", "name shape is_pointer writable own atomics at_constants",
                                defaults=(False, True, False, NONE, False))

# In Scope.loops: a switch, whose `break` does not leave the loop around it.
SWITCH = object()


class Scope:
    # Bytes for objects in one frame. Spilled registers are added to it, and the kernel allows 512 for all frames.
    STACK = 112
    # The maximum number of times a statement may run per call: the verifier walks every iteration.
    REPEATED = 64

    def __init__(self, program, stack=STACK):
        self.program = program
        self.choices = program.choices
        self.scalars, self.objects = [], []
        self.stack = stack
        self.repeated = 1
        self.depth = 0
        self.cost = 0
        # For each enclosing loop, innermost last, the text that must precede `continue`; or SWITCH.
        self.loops = []
        # Whether a pointer to a map value is in use. The element of a hash can move when the hash is changed.
        self.holds_value = False
        # Whether this is the program's own function. Others may be called while a map value is in use.
        self.is_program = False
        # Whether the context is in scope, and a function that makes the operand of an early `return`, or None.
        self.has_context = False
        self.leave = None

    @contextlib.contextmanager
    def block(self, repeated=1, loop=None):
        """Enters a block of C. Yields the index of its first scalar. loop: the block is the body of a loop that runs so many
        times, and this text must precede `continue`."""
        known = len(self.scalars), len(self.objects)
        self.repeated *= repeated
        self.depth += 1
        self.loops += [] if loop is None else [loop]
        yield known[0]
        self.repeated //= repeated
        self.depth -= 1
        del self.scalars[known[0]:], self.objects[known[1]:]
        if loop is not None:
            self.loops.pop()

    def declare(self, type_, writable=True, limit=None):
        scalar = Scalar(self.program.name("v"), type_, writable, limit)
        self.scalars.append(scalar)
        return scalar

    def reserve(self, shape):
        """Reserves stack for an object of this shape. Returns whether there was enough."""
        if shapes.size(shape) > self.stack:
            return False
        self.stack -= (shapes.size(shape) + 7) & ~7
        return True
