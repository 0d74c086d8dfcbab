# Functions that the program calls: static functions that may be inlined or are noinline, global functions, which the verifier checks
# separately, and callbacks of bpf_loop(). Also the statements that call them.
import collections

from generator.blocks import indented, statements
from generator.expressions import expression, expression_of
from generator.integers import EVERY, U32
from generator.memory import drawn_shape
from generator.packet import open_packet
from generator.scope import AT_CONSTANTS, Object, Scalar, Scope
from generator.shapes import Array

# parameters: the integer types. shape: of the object that a pointer is passed to, or None. cost: statements that a call executes.
Function = collections.namedtuple("Function", "name returned parameters shape takes_context is_callback cost")

# The declaration specifiers, and the name in the summary.
LINKAGES = [(4, ("static ", "static function")), (3, ("static __noinline ", "noinline function")), (3, ("__noinline ", "global function")),
            (1, ("static __always_inline ", "always_inline function"))]
STACK = 40
# The maximum number of statements that the calls of one call site execute.
COST = 400


def parameter_of(shape, name):
    return f"{shape.element.name} *{name}" if isinstance(shape, Array) else f"struct {shape.tag} *{name}"


def make_function(scope):
    """Adds a function to the program, and returns its lines."""
    program, choices = scope.program, scope.choices
    linkage, words = choices.weighted(LINKAGES)
    program.contains(words)
    is_global = not linkage.startswith("static")
    inner = Scope(program, STACK)
    name, returned = program.name("f"), choices.pick(EVERY)
    parameters = [inner.declare(choices.pick(EVERY)) for _ in choices.repeat(0, 3, 60)]
    texts = [f"{scalar.type.name} {scalar.name}" for scalar in parameters]
    # Global functions get neither pointers nor the packet: the verifier does not know their origin.
    shape = drawn_shape(scope) if not is_global and choices.chance(40) else None
    if shape:
        program.contains("pointer argument")
        inner.objects.append(Object(program.name("o"), shape, is_pointer=True, atomics=AT_CONSTANTS))
        texts.append(parameter_of(shape, inner.objects[-1].name))
    takes_context = not is_global and choices.chance(25)
    lines = []
    if takes_context:
        program.contains("context argument")
        texts.append(f"CONTEXT_{program.kind} *context")
        lines += open_packet(inner, returned)
    inner.objects += program.global_objects
    inner.leave = lambda scope: expression_of(scope, returned, 1).text
    if is_global:
        # LLVM passes undefined values for unused arguments, and the verifier rejects those in calls of global functions.
        lines += [f"FOLD({program.result}, {scalar.name});" for scalar in parameters]
    lines += statements(inner, 1, 4)
    lines.append(f"return {expression_of(inner, returned).text};")
    program.functions.append(Function(name, returned, [scalar.type for scalar in parameters], shape, takes_context, False, inner.cost + 1))
    return [f"{linkage}{returned.name} {name}({', '.join(texts) or 'void'})", "{", *indented(lines), "}"]


def make_callback(scope):
    program = scope.program
    program.contains("callback")
    inner = Scope(program, STACK)
    shape, name = drawn_shape(scope), program.name("f")
    inner.objects = [Object("o", shape, is_pointer=True, atomics=AT_CONSTANTS)] + program.global_objects
    inner.scalars = [Scalar("i", U32, writable=False)]
    inner.leave = lambda scope: "1"
    body = statements(inner, 1, 4)
    program.functions.append(Function(name, None, [], shape, False, True, inner.cost + 1))
    return [f"static long {name}(u32 i, void *argument)", "{", f"  {parameter_of(shape, 'o')} = argument;", *indented(body),
            "  return 0;", "}"]


def arguments_for(scope, function):
    """The objects that can be passed to a function. bpf_loop() accepts the stack alone."""
    return [object_ for object_ in scope.objects if object_.shape == function.shape and object_.writable and
            not object_.at_constants and (object_.own or not function.is_callback)]


def can_call(scope, function):
    return (function.cost * scope.repeated <= COST and (scope.has_context or not function.takes_context) and
            (not function.shape or arguments_for(scope, function)))


def pointer_to(object_):
    return object_.name if object_.is_pointer or isinstance(object_.shape, Array) else f"&{object_.name}"


def call(scope):
    functions = [function for function in scope.program.functions if can_call(scope, function)]
    return call_to(scope, scope.choices.pick(functions)) if functions else []


def calls_to_the_others(scope):
    """Calls of functions that would otherwise be unused."""
    return [line for function in scope.program.functions
            if function.name not in scope.program.called and can_call(scope, function) and scope.choices.chance(80)
            for line in call_to(scope, function)]


def call_to(scope, function):
    scope.program.called.add(function.name)
    pointer = pointer_to(scope.choices.pick(arguments_for(scope, function))) if function.shape else None
    if function.is_callback:
        return call_back(scope, function, pointer)
    scope.cost += function.cost * scope.repeated
    words = [expression_of(scope, type_).text for type_ in function.parameters]
    words += [pointer] * bool(pointer) + ["context"] * function.takes_context
    text = f"{function.name}({', '.join(words)})"
    if scope.choices.chance(15):
        return [f"{text};"]
    return [f"{function.returned.name} {scope.declare(function.returned).name} = {text};"]


def call_back(scope, function, pointer):
    scope.program.require("loop-helper")
    times = scope.choices.pick((3, 1, 8, 0))
    scope.cost += function.cost * scope.repeated * times
    count = str(times) if scope.choices.chance(50) else f"{expression(scope).text} & 7"
    return [f"bpf_loop({count}, {function.name}, {pointer}, 0);"]
