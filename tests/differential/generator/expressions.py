# Expressions. None has a side effect, and all are well defined. The operators that connect them are in operators.py.
from generator import places
from generator.integers import Value
from generator.literals import literal


def leaf(scope, depth=0):
    if scope.scalars and scope.choices.chance(70):
        scalar = scope.choices.pick(scope.scalars)
        return Value(scalar.name, scalar.type, scalar.type.magnitude)
    if scope.objects and scope.choices.chance(60):
        return places.read_place(scope)
    return literal(scope)


def expression(scope, depth=2):
    with scope.choices.span():
        return (scope.choices.weighted(scope.program.expressions) if depth > 0 else leaf)(scope, depth)


def expression_of(scope, type_, depth=2):
    """An expression for a context that converts it to this type. Half of them are converted explicitly."""
    value = expression(scope, depth)
    return value if scope.choices.chance(50) else value.cast(type_)
