# Comparisons, logical operators and conditions.
from generator.expressions import expression, leaf
from generator.integers import S32, U32, U64, Value, common
from generator.literals import INPUTS, literal, literal_value

COMPARISONS = ("==", "!=", "<", ">", "<=", ">=")


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


def condition(scope):
    """The text of a condition. Most are simple, because deep arithmetic is hardly ever 0."""
    kind = scope.choices.weighted([(3, "order"), (3, "bits"), (2, "equality"), (3, "any")])
    if kind == "order":
        return f"{leaf(scope).text} {scope.choices.pick(COMPARISONS[2:])} {leaf(scope).text}"
    if kind == "bits":
        return f"{leaf(scope).text} & {scope.choices.pick((1, 2, 4, 0x80, 6))}"
    return (equality(scope, 1) if kind == "equality" else expression(scope)).text
