# Loops with a constant bound, so that the verifier reaches their end: upwards, downwards, up to a value, with a second condition,
# do-while, and a pointer that walks over an array.
from generator.blocks import block
from generator.conditions import condition
from generator.expressions import expression
from generator.integers import S32, S64, U8, U16, U32, U64
from generator.scope import Scalar
from generator.shapes import Array

COUNTERS = (U32, S32, U64, U8, S64, U16)


def upwards(scope, count):
    step = scope.choices.pick((1, 1, 2, 3))
    type_ = scope.choices.pick(COUNTERS)
    with scope.block():
        counter = scope.declare(type_, writable=False, limit=count).name
        increase = f"{counter}++" if step == 1 else f"{counter} += {step}"
        body = block(scope, repeated=-(-count // step), loop="")
    return [f"for ({type_.name} {counter} = 0; {counter} < {count}; {increase}) {{", *body, "}"]


def downwards(scope, count):
    type_ = scope.choices.pick((S32, S64))
    with scope.block():
        counter = scope.declare(type_, writable=False, limit=count).name
        body = block(scope, repeated=count, loop="")
    return [f"for ({type_.name} {counter} = {count - 1}; {counter} >= 0; {counter}--) {{", *body, "}"]


def up_to_value(scope, count):
    type_ = scope.choices.pick(COUNTERS)
    count = 1 << count.bit_length() - 1
    value = expression(scope).text
    bound = scope.program.name("n")
    with scope.block():
        counter = scope.declare(type_, writable=False, limit=count).name
        body = block(scope, repeated=count, loop="")
    return [f"{type_.name} {bound} = {value} & {count - 1};",
            f"for ({type_.name} {counter} = 0; {counter} < {bound}; {counter}++) {{", *body, "}"]


def while_condition(scope, count):
    counter = scope.declare(U32, writable=False, limit=count).name
    words = condition(scope)
    body = block(scope, repeated=count, loop=f"{counter}++;")
    # After the loop the counter may equal its limit.
    scope.scalars[-1] = Scalar(counter, U32, writable=False)
    return [f"u32 {counter} = 0;", f"while ({counter} < {count} && ({words})) {{", *body, f"  {counter}++;", "}"]


def do_while(scope, count):
    counter = scope.declare(U32, writable=False, limit=count).name
    body = block(scope, repeated=count, loop=f"{counter}++;")
    scope.scalars[-1] = Scalar(counter, U32, writable=False)
    return [f"u32 {counter} = 0;", "do {", *body, f"  {counter}++;", f"}} while ({counter} < {count});"]


def over_array(scope, count):
    arrays = [object_ for object_ in scope.objects if isinstance(object_.shape, Array) and not object_.at_constants and
              object_.shape.count * scope.repeated <= scope.REPEATED]
    if not arrays:
        return upwards(scope, count)
    scope.program.contains("pointer that walks")
    array = scope.choices.pick(arrays)
    element = ("" if array.writable else "const ") + array.shape.element.name
    with scope.block():
        pointer = scope.program.name("p")
        scope.scalars.append(Scalar(f"(*{pointer})", array.shape.element, array.writable))
        body = block(scope, repeated=array.shape.count, loop="")
    return [f"for ({element} *{pointer} = {array.name}; {pointer} < {array.name} + {array.shape.count}; {pointer}++) {{", *body, "}"]


FORMS = [(5, upwards), (2, downwards), (3, up_to_value), (2, while_condition), (2, do_while), (2, over_array)]


def loop(scope):
    count = scope.choices.pick((2, 3, 4, 5, 8))
    if scope.repeated * count > scope.REPEATED:
        return []
    scope.program.contains("loop")
    form = scope.choices.weighted(FORMS)
    lines = form(scope, count)
    pragma = scope.choices.weighted([(6, []), (1, ["#pragma unroll"]), (1, ["#pragma clang loop unroll(disable)"])])
    begin = next(number for number, line in enumerate(lines) if line.startswith(("for", "while", "do")))
    return [*lines[:begin], *pragma, *lines[begin:]]
