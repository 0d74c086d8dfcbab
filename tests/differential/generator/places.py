# Places that can be read or written as one integer: a scalar, an element of an array, a member of a struct. The type of the place
# determines the width of the load or store.
import collections

from generator import expressions, shapes
from generator.integers import Value

# width: the number of bits of a bit-field, else None.
Place = collections.namedtuple("Place", "text type width", defaults=(None,))


def index(scope, count, at_constants=False):
    """The text of an index below count, which is a power of two."""
    choices = scope.choices
    if at_constants or choices.chance(55):
        return str(choices.below(count))
    counters = [scalar.name for scalar in scope.scalars if scalar.limit and scalar.limit <= count]
    if counters and choices.chance(70):
        return choices.pick(counters)
    scope.program.contains("computed index")
    return f"{expressions.expression(scope, 1).text} & {count - 1}"


def members(struct, fits):
    """The members to choose from. fits: None for all, else those whose address can be taken and whose type satisfies it."""
    return [member for member in struct.members if not fits or (fits(member.type) and not member.bits and not struct.packed)]


def has_place(object_, fits):
    if isinstance(object_.shape, shapes.Array):
        return fits(object_.shape.element)
    return bool(members(object_.shape, fits))


def place_in(scope, object_, fits=None, at_constants=False):
    """A place in an object, which must have one that fits (see members()). at_constants: use constant indexes only."""
    at_constants = at_constants or object_.at_constants
    if isinstance(object_.shape, shapes.Array):
        return Place(f"{object_.name}[{index(scope, object_.shape.count, at_constants)}]", object_.shape.element)
    member = scope.choices.pick(members(object_.shape, fits))
    text = f"{object_.name}{'->' if object_.is_pointer else '.'}{member.name}"
    if member.count:
        return Place(f"{text}[{index(scope, member.count, at_constants)}]", member.type)
    scope.program.contains("bit-field" if member.bits else "packed member" if object_.shape.packed else "struct member")
    return Place(text, member.type, member.bits)


def read_place(scope):
    """The value of a place in one of the objects in scope, of which there must be one."""
    place = place_in(scope, scope.choices.pick(scope.objects))
    # The type of a bit-field is its declared type in clang, and as wide as the bit-field in gcc. The conversion makes them equal.
    text = f"({place.type.name}){place.text}" if place.width else place.text
    return Value(text, place.type, place.width or place.type.magnitude)


def written_place(scope):
    """A place that can be assigned to, or None."""
    scalars = [scalar for scalar in scope.scalars if scalar.writable]
    objects = [object_ for object_ in scope.objects if object_.writable]
    if scalars and (not objects or scope.choices.chance(50)):
        scalar = scope.choices.pick(scalars)
        return Place(scalar.name, scalar.type)
    return place_in(scope, scope.choices.pick(objects)) if objects else None
