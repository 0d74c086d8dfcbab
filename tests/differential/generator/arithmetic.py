# Arithmetic on every integer type. All of it is well defined: shift counts are masked, divisors are neither 0 nor -1, and signed
# arithmetic that could overflow is done unsigned unless the program is for -fwrapv.
from generator.expressions import expression
from generator.integers import BOOL, EVERY, S32, S64, U16, U32, U64, Value, common
from generator.literals import literal_value


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
