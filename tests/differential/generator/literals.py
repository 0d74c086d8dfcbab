# Literals, among them boundary values and values that occur in the inputs.
from generator.integers import S32, S64, U32, U64, Value

# Values that occur in the inputs (../runtime/inputs.h), so that comparisons with them are sometimes true.
INPUTS = (0xC0A80001, 0x80000000, 0xFFFFFFFF, 0x7FFFFFFF, 0x8000000000000000, 0xFFFFFFFF00000000, 0x8080FF7F, 0x80FF7F01)


def literal_value(number, type_):
    # The lowest number of a type cannot be written as a literal.
    if number == -(1 << type_.bits - 1):
        text = f"({literal_value(number + 1, type_).text} - 1)"
    else:
        text = f"{number}{'' if type_.signed else 'u'}{'ll' if type_.bits == 64 else ''}"
    return Value(f"({text})" if number < 0 and text[0] != "(" else text, type_, max(number.bit_length(), 1))


def literal(scope, depth=0):
    choices = scope.choices
    type_ = choices.pick((S32, U32, U64, S64))
    limit = 1 << type_.bits - type_.signed
    kind = choices.weighted([(4, "small"), (2, "border"), (2, "power"), (2, "input"), (2, "any")])
    if kind == "small":
        number = choices.below(17)
    elif kind == "border":
        number = limit - 1 - choices.below(3)
    elif kind == "power":
        number = (1 << choices.below(type_.bits - type_.signed)) - choices.below(2)
    elif kind == "input":
        number = choices.pick(INPUTS) % limit
    else:
        number = choices.below(limit)
    negative = type_.signed and choices.chance(35)
    return literal_value(-number - (number == limit - 1 and choices.chance(50)) if negative else number, type_)
