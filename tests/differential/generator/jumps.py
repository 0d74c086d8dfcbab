# Switches, and jumps that leave a loop or a function early.
from generator.blocks import block, indented
from generator.conditions import condition
from generator.expressions import expression
from generator.literals import INPUTS
from generator.scope import SWITCH


def labels(scope):
    """Different case labels: adjacent numbers, which LLVM turns into tables and ranges, or distant ones."""
    choices = scope.choices
    if choices.chance(50):
        first = choices.below(4)
        return list(range(first, first + 2 + choices.below(5)))
    return sorted({choices.pick((0, 1, 0xFF, *(number & 0xFFFFFFFF for number in INPUTS), choices.below(1 << 32)))
                   for _ in range(2 + choices.below(4))})


def switch(scope):
    scope.program.contains("switch")
    numbers = labels(scope)
    cases = [f"case {number}u" for number in numbers] + ["default"] * scope.choices.chance(60)
    masked = " & 7" if scope.choices.chance(60) and numbers[-1] < 8 else ""
    lines = [f"switch ((u32)({expression(scope, 1).text}{masked})) {{"]
    for case in cases:
        # The braces keep a label from jumping over a declaration.
        falls_through = scope.choices.chance(25)
        lines += [f"{case}: {{", *block(scope, 0, 2, loop=SWITCH), *["  break;"] * (not falls_through), "}"]
    return [*lines, "}"]


def leave_loop(scope):
    if not scope.loops or scope.loops[-1] is SWITCH:
        return []
    scope.program.contains("break or continue")
    if scope.choices.chance(50):
        return [f"if ({condition(scope)})", "  break;"]
    return [f"if ({condition(scope)}) {{", *indented([*([scope.loops[-1]] if scope.loops[-1] else []), "continue;"]), "}"]


def leave_function(scope):
    # Not in the outermost block: the rest of the function would be unreachable too often.
    if not scope.leave or not scope.depth:
        return []
    scope.program.contains("early return")
    return [f"if ({condition(scope)})", f"  return {scope.leave(scope)};"]
