# Assignments, declarations and conditionals.
from generator.blocks import block, indented
from generator.conditions import condition
from generator.expressions import expression, expression_of
from generator.integers import EVERY
from generator.places import written_place

COMPOUND = ("+", "-", "^", "*", "&", "|")


def assignment(scope):
    place = written_place(scope)
    if not place:
        return declaration(scope)
    compound = not place.type.signed and not place.width and place.type.name != "bool"
    if compound and scope.choices.chance(30):
        # Narrow operands are promoted to int, and the product of two u16 could overflow it.
        value = expression(scope).cast(place.type)
        operator = scope.choices.pick(COMPOUND if place.type.bits >= 32 else COMPOUND[:3])
        return [f"{place.text} {operator}= {value.text};"]
    return [f"{place.text} = {expression_of(scope, place.type).text};"]


def increment(scope):
    place = written_place(scope)
    # The highest signed number must not be incremented.
    if not place or place.type.name == "bool" or (place.type.signed and place.type.bits >= 32 and not scope.program.wraps):
        return assignment(scope)
    return [f"{place.text}{scope.choices.pick(('++', '--'))};"]


def declaration(scope):
    type_ = scope.choices.pick(EVERY)
    value = expression_of(scope, type_)
    return [f"{type_.name} {scope.declare(type_).name} = {value.text};"]


def conditional(scope):
    lines = [f"if ({condition(scope)}) {{", *block(scope)]
    if scope.choices.chance(40):
        lines += ["} else {", *block(scope)]
    return [*lines, "}"]


def volatile_access(scope):
    """A volatile variable is accessed at most once per expression, because the access is a side effect."""
    if not scope.program.volatiles:
        return []
    scope.program.contains("volatile")
    variable = scope.choices.pick(scope.program.volatiles)
    if scope.choices.chance(50):
        return [f"{variable.name} = {expression_of(scope, variable.type).text};"]
    return [f"{variable.type.name} {scope.declare(variable.type).name} = {variable.name};"]


def swapped(scope):
    """Exchanges the values of two places."""
    first, second = written_place(scope), written_place(scope)
    if not first or not second:
        return []
    with scope.block():
        kept = scope.declare(first.type).name
        lines = [f"{first.type.name} {kept} = {first.text};", f"{first.text} = {second.text};", f"{second.text} = {kept};"]
    return ["{", *indented(lines), "}"]
