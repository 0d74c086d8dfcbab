# Blocks: a number of statements, limited by the budget of the program.


def indented(lines):
    return [f"  {line}" for line in lines]


def statement(scope):
    """The lines of one statement. There are none if the kind that was drawn does not fit here."""
    scope.program.budget -= 1
    scope.cost += scope.repeated
    return scope.choices.weighted(scope.program.statements)(scope)


def statements(scope, least=0, most=4, percent=70):
    """The lines of statements in the current block."""
    lines = []
    for _ in scope.choices.repeat(least, most, percent):
        if scope.program.budget > 0:
            lines += statement(scope)
    return lines


def block(scope, least=1, most=3, **more):
    """The lines between the braces of a new block."""
    with scope.block(**more) as first:
        lines = statements(scope, least, most)
        lines += folded(scope, scope.scalars[first:])
    return indented(lines)


def folded(scope, scalars):
    """Makes the values of scalars that go out of scope observable, else the block would be dead code."""
    return [f"FOLD({scope.program.result}, {scalar.name});" for scalar in scalars
            if not scalar.limit and scope.choices.chance(60)]
