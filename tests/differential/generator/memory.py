# Objects on the stack, pointers to places, and memcpy, memmove, memset and memcmp.
from generator import places, shapes
from generator.blocks import block
from generator.conditions import condition
from generator.expressions import expression
from generator.integers import IN_MEMORY
from generator.literals import literal
from generator.scope import AT_CONSTANTS, Object, Scalar
from generator.shapes import Array, declared, size


def drawn_shape(scope):
    structs = [struct for struct in scope.program.structs]
    if structs and scope.choices.chance(60):
        return scope.choices.pick(structs)
    return shapes.make_array(scope.choices)


def local_object(scope):
    return declare_object(scope, drawn_shape(scope))


def declare_object(scope, shape):
    """The lines that declare an object on the stack, or none if it does not fit."""
    if not scope.reserve(shape):
        return []
    scope.program.contains("array on the stack" if isinstance(shape, Array) else "struct on the stack")
    # Elements without an initializer are 0.
    values = ", ".join(literal_or_value(scope) for _ in scope.choices.repeat(0, 3, 60)) if isinstance(shape, Array) else ""
    name = scope.program.name("o")
    scope.objects.append(Object(name, shape, own=True, atomics=AT_CONSTANTS))
    return [f"{declared(shape, name)} = {{{values}}};"]


def literal_or_value(scope):
    return (expression if scope.choices.chance(50) else literal)(scope).text


def bytes_of(object_, offset=0):
    """A pointer to the byte of an object at this offset."""
    start = object_.name if object_.is_pointer or isinstance(object_.shape, Array) else f"&{object_.name}"
    return f"(u8 *){start} + {offset}" if offset else start


def may_overlap(first, second):
    """Whether two objects may be the same: pointers may alias, except to local variables."""
    return first.name == second.name or not (first.own or second.own)


def copy(scope):
    targets = [object_ for object_ in scope.objects if object_.writable]
    if not targets:
        return []
    target, source = scope.choices.pick(targets), scope.choices.pick(scope.objects)
    bytes_ = 1 + scope.choices.below(min(size(target.shape), size(source.shape), 32))
    begins = [scope.choices.below(size(object_.shape) - bytes_ + 1) for object_ in (target, source)]
    function = "memmove" if may_overlap(target, source) or scope.choices.chance(20) else "memcpy"
    scope.program.contains(function)
    return [f"{function}({bytes_of(target, begins[0])}, {bytes_of(source, begins[1])}, {bytes_});"]


def assign_struct(scope):
    """The assignment of a whole struct."""
    pairs = [(target, source) for target in scope.objects for source in scope.objects
             if target.writable and target is not source and target.shape == source.shape and not isinstance(target.shape, Array)]
    if not pairs:
        return copy(scope)
    scope.program.contains("struct assignment")
    whole = ["*" * object_.is_pointer + object_.name for object_ in scope.choices.pick(pairs)]
    return [f"{whole[0]} = {whole[1]};"]


def fill(scope):
    targets = [object_ for object_ in scope.objects if object_.writable]
    if not targets:
        return []
    target = scope.choices.pick(targets)
    bytes_ = 1 + scope.choices.below(min(size(target.shape), 32))
    begin = scope.choices.below(size(target.shape) - bytes_ + 1)
    value = scope.choices.pick(("0", "0xff", "0x5a"))
    scope.program.contains("memset")
    return [f"memset({bytes_of(target, begin)}, {value}, {bytes_});"]


def compare(scope):
    if not scope.objects:
        return []
    first, second = scope.choices.pick(scope.objects), scope.choices.pick(scope.objects)
    bytes_ = 1 + scope.choices.below(min(size(first.shape), size(second.shape), 16))
    scope.program.contains("memcmp")
    operator = scope.choices.pick(("==", "!="))
    return [f"if (memcmp({bytes_of(first)}, {bytes_of(second)}, {bytes_}) {operator} 0) {{", *block(scope), "}"]


def reinterpret(scope):
    """Reads bytes of an object, at any offset, as an integer. Only memcpy may do that."""
    type_ = scope.choices.pick(IN_MEMORY)
    objects = [object_ for object_ in scope.objects if size(object_.shape) >= type_.bytes]
    if not objects:
        return []
    object_ = scope.choices.pick(objects)
    begin = scope.choices.below(size(object_.shape) - type_.bytes + 1)
    name = scope.declare(type_).name
    scope.program.contains("memcpy of an integer")
    lines = [f"{type_.name} {name} = 0;", f"memcpy(&{name}, {bytes_of(object_, begin)}, {type_.bytes});"]
    if object_.writable and scope.choices.chance(40):
        lines += [f"{name} ^= {literal(scope).text};", f"memcpy({bytes_of(object_, begin)}, &{name}, {type_.bytes});"]
    return lines


def pointer(scope):
    """A pointer to a place, or to one of two. What it points to becomes a scalar like any other."""
    def addressable(object_, fits):
        return object_.writable and not object_.at_constants and places.has_place(object_, fits)

    objects = [object_ for object_ in scope.objects if addressable(object_, lambda type_: True)]
    if not objects:
        return []
    scope.program.contains("pointer to a place")
    place = places.place_in(scope, scope.choices.pick(objects), lambda type_: True)
    address = f"&{place.text}"
    others = [object_ for object_ in objects if addressable(object_, place.type.__eq__)]
    if others and scope.choices.chance(50):
        other = places.place_in(scope, scope.choices.pick(others), place.type.__eq__)
        address = f"{condition(scope)} ? {address} : &{other.text}"
    name = scope.program.name("p")
    scope.scalars.append(Scalar(f"(*{name})", place.type))
    return [f"{place.type.name} *{name} = {address};"]
