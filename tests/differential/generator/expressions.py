# Expressions: every operator of C on every integer type. None has a side effect, and all are well defined: shift counts are masked,
# divisors are neither 0 nor -1, and signed arithmetic that could overflow is done unsigned unless the program is for -fwrapv.
from generator import places
from generator.integers import BOOL, EVERY, S32, S64, U16, U32, U64, Value, common

# Values that occur in the inputs (../runtime/inputs.h), so that comparisons with them are sometimes true.
INPUTS = (0xC0A80001, 0x80000000, 0xFFFFFFFF, 0x7FFFFFFF, 0x8000000000000000, 0xFFFFFFFF00000000, 0x8080FF7F, 0x80FF7F01)
COMPARISONS = ("==", "!=", "<", ">", "<=", ">=")


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


def leaf(scope, depth=0):
    if scope.scalars and scope.choices.chance(70):
        scalar = scope.choices.pick(scope.scalars)
        return Value(scalar.name, scalar.type, scalar.type.magnitude)
    if scope.objects and scope.choices.chance(60):
        return places.read_place(scope)
    return literal(scope)


def wrapped(scope, operator, left, right, type_, magnitude):
    """An arithmetic operation whose mathematical result has this magnitude."""
    if not type_.signed:
        return Value(f"({left.text} {operator} {right.text})", type_, min(magnitude, type_.bits) if operator != "-" else type_.bits)
    if magnitude < type_.magnitude:
        return Value(f"({left.text} {operator} {right.text})", type_, magnitude)
    if scope.program.wraps:
        return Value(f"({left.text} {operator} {right.text})", type_, type_.magnitude)
    unsigned = type_.unsigned
    return Value(f"({type_.name})({left.cast(unsigned).text} {operator} {right.cast(unsigned).text})", type_, type_.magnitude)


def arithmetic(scope, depth):
    operator = scope.choices.pick(("+", "-", "*"))
    left, right = expression(scope, depth - 1), expression(scope, depth - 1)
    type_ = common(left.type, right.type)
    magnitudes = left.cast(type_).magnitude, right.cast(type_).magnitude
    return wrapped(scope, operator, left, right, type_, sum(magnitudes) if operator == "*" else max(magnitudes) + 1)


def negation(scope, depth):
    operand = expression(scope, depth - 1)
    type_ = operand.type.promoted
    return wrapped(scope, "-", literal_value(0, S32), operand, type_, operand.magnitude + 1)


def bitwise(scope, depth):
    operator = scope.choices.pick(("&", "|", "^"))
    left, right = expression(scope, depth - 1), expression(scope, depth - 1)
    type_ = common(left.type, right.type)
    magnitude = type_.magnitude
    if operator == "&" and not (left.type.signed or right.type.signed):
        magnitude = min(left.magnitude, right.magnitude)
    return Value(f"({left.text} {operator} {right.text})", type_, magnitude)


def complement(scope, depth):
    operand = expression(scope, depth - 1)
    return Value(f"(~{operand.text})", operand.type.promoted, operand.type.promoted.magnitude)


def shift(scope, depth):
    left = expression(scope, depth - 1)
    type_ = left.type.promoted
    if scope.choices.chance(50):
        count = str(scope.choices.below(type_.bits))
    else:
        count = f"({expression(scope, depth - 1).text} & {type_.bits - 1})"
    if scope.choices.chance(50):
        return Value(f"({left.text} >> {count})", type_, left.magnitude)
    # Left shifts of negative numbers, and into the sign bit, are undefined.
    unsigned = Value(f"({left.cast(type_.unsigned).text} << {count})", type_.unsigned, type_.bits)
    return unsigned.cast(type_)


def unsigned_divisor(scope, depth):
    kind = scope.choices.pick(("literal", "odd", "small"))
    if kind == "literal":
        return Value(f"{scope.choices.pick((3, 2, 10, 7, 16, 255, 1000, 1 + scope.choices.below(1 << 31)))}u", U32, 32)
    operand = expression(scope, depth - 1)
    text = f"({operand.text} | 1)" if kind == "odd" else f"(({operand.text} & 15) + 1)"
    # The conversion keeps the width, so it cannot become 0.
    type_ = operand.type.promoted.unsigned
    return Value(f"({type_.name}){text}", type_, type_.bits)


def unsigned_division(scope, depth):
    operator = scope.choices.pick(("/", "%"))
    left, right = expression(scope, depth - 1), unsigned_divisor(scope, depth)
    type_ = common(left.type, right.type)
    if type_.signed:
        # For example s64 / u32, which is signed. Instruction sets below v4 cannot do that.
        left, type_ = left.cast(U64), U64
    return Value(f"({left.text} {operator} {right.text})", type_, type_.magnitude)


def signed_division(scope, depth):
    if not scope.program.level >= 4:
        return unsigned_division(scope, depth)
    scope.program.contains("signed division")
    operator, type_ = scope.choices.pick(("/", "%")), scope.choices.pick((S32, S64))
    left = expression(scope, depth - 1).cast(type_)
    if scope.choices.chance(50):
        right = literal_value(scope.choices.pick((3, 2, 10, -7, -3, 1000, -(1 << 31))), S32)
    else:
        right = Value(f"(({type_.name})({expression(scope, depth - 1).text} & 31) + 1)", type_, 6)
    return Value(f"({left.text} {operator} {right.text})", type_, type_.magnitude)


def comparison(scope, depth):
    left, right = expression(scope, depth - 1), (literal if scope.choices.chance(40) else expression)(scope, depth - 1)
    return Value(f"({left.text} {scope.choices.pick(COMPARISONS)} {right.text})", S32, 1)


def equality(scope, depth):
    """A comparison with a value that occurs in the inputs."""
    operand = leaf(scope)
    number = literal_value(scope.choices.pick(INPUTS) & (1 << operand.type.bits) - 1, U64 if operand.type.bits == 64 else U32)
    return Value(f"({operand.text} {scope.choices.pick(COMPARISONS)} {number.text})", S32, 1)


def range_test(scope, depth):
    """Two comparisons of one value with constants, which LLVM merges."""
    text = expression(scope, depth - 1).text
    low, high = literal(scope), literal(scope)
    joined = scope.choices.pick((f"{text} >= {low.text} && {text} <= {high.text}", f"{text} < {low.text} || {text} > {high.text}"))
    return Value(f"({joined})", S32, 1)


def logical(scope, depth):
    operator = scope.choices.pick(("&&", "||"))
    return Value(f"({expression(scope, depth - 1).text} {operator} {expression(scope, depth - 1).text})", S32, 1)


def inversion(scope, depth):
    return Value(f"(!{expression(scope, depth - 1).text})", S32, 1)


def choice(scope, depth):
    condition, left, right = (expression(scope, depth - 1) for _ in range(3))
    type_ = common(left.type, right.type)
    magnitude = max(left.cast(type_).magnitude, right.cast(type_).magnitude)
    return Value(f"({condition.text} ? {left.text} : {right.text})", type_, magnitude)


def conversion(scope, depth):
    operand = expression(scope, depth - 1)
    type_ = scope.choices.pick(EVERY)
    if type_ == BOOL:
        return Value(f"(bool){operand.text}", BOOL, 1)
    return operand.cast(type_)


def rotation(scope, depth):
    type_ = scope.choices.pick((U32, U64))
    text = expression(scope, depth - 1).cast(type_).text
    count = 1 + scope.choices.below(type_.bits - 1)
    return Value(f"({text} << {count} | {text} >> {type_.bits - count})", type_, type_.bits)


def swap(scope, depth):
    scope.program.contains("byte swap")
    type_ = scope.choices.pick((U32, U16, U64))
    return Value(f"__builtin_bswap{type_.bits}({expression(scope, depth - 1).text})", type_, type_.bits)


def counted_bits(scope, depth):
    scope.program.contains("counted bits")
    type_ = scope.choices.pick((U32, U64))
    behind = "ll" if type_ == U64 else ""
    text = expression(scope, depth - 1).cast(type_).text
    kind = scope.choices.pick(("popcount", "ctz", "clz"))
    # ctz and clz are undefined for 0.
    text = text if kind == "popcount" else f"{text} | 1"
    return Value(f"__builtin_{kind}{behind}({text})", S32, 7)


KINDS = [(9, leaf), (6, arithmetic), (4, bitwise), (3, shift), (3, comparison), (2, choice), (3, conversion), (2, unsigned_division),
         (2, signed_division), (1, negation), (1, complement), (1, inversion), (2, logical), (5, equality), (2, range_test), (1, rotation),
         (1, swap), (1, counted_bits)]


def expression(scope, depth=2):
    with scope.choices.span():
        return (scope.choices.weighted(scope.program.expressions) if depth > 0 else leaf)(scope, depth)


def condition(scope):
    """The text of a condition. Most are simple, because deep arithmetic is hardly ever 0."""
    kind = scope.choices.weighted([(3, "order"), (3, "bits"), (2, "equality"), (3, "any")])
    if kind == "order":
        return f"{leaf(scope).text} {scope.choices.pick(COMPARISONS[2:])} {leaf(scope).text}"
    if kind == "bits":
        return f"{leaf(scope).text} & {scope.choices.pick((1, 2, 4, 0x80, 6))}"
    return (equality(scope, 1) if kind == "equality" else expression(scope)).text


def expression_of(scope, type_, depth=2):
    """An expression for a context that converts it to this type. Half of them are converted explicitly."""
    value = expression(scope, depth)
    return value if scope.choices.chance(50) else value.cast(type_)

