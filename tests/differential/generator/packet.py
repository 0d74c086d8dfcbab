# Packet access. All programs use the same regions of the packet, each for integers of one size, so that accesses are aligned and obey
# strict aliasing. The beginning of the packet is checked once, and an access at a computed offset is checked each time.
from generator import shapes
from generator.blocks import block
from generator.expressions import expression
from generator.integers import S8, S16, S32, S64, U8, U16, U32, U64
from generator.literals import literal
from generator.scope import Object, Scalar
from generator.shapes import Array

# (begin, types of the accesses, bytes). The packed header follows them.
REGIONS = ((32, (U32, S32), 16), (48, (U64, S64), 16), (16, (U16, S16), 16), (0, (U8, S8), 16))
HEADER = 64
LENGTH = 128


def open_packet(scope, type_):
    """The lines that check the length of the packet. The regions within that length become objects."""
    choices = scope.choices
    length = choices.pick((64, 48, LENGTH))
    lines = ["u8 *data = DATA(context), *end = DATA_END(context);", f"if (data + {length} > end)",
             f"  return {literal(scope).cast(type_).text};"]
    for begin, types, bytes_ in REGIONS:
        if begin + bytes_ <= length:
            element = choices.pick(types)
            scope.objects.append(Object(f"(({element.name} *)(data + {begin}))", Array(element, bytes_ // element.bytes),
                                        is_pointer=True, at_constants=True))
    packed = [struct for struct in scope.program.structs if struct.packed and HEADER + shapes.size(struct) <= length]
    if packed:
        struct = choices.pick(packed)
        scope.objects.append(Object(f"((struct {struct.tag} *)(data + {HEADER}))", struct, is_pointer=True, at_constants=True))
    scope.has_context = True
    return lines


def computed_offset(scope):
    """An access at a computed offset, with its own check."""
    if not scope.has_context:
        return []
    begin, types, bytes_ = scope.choices.pick(REGIONS)
    element = scope.choices.pick(types)
    name = scope.program.name("p")
    offset = f"{begin} + ({expression(scope).text} & {bytes_ // element.bytes - 1}) * {element.bytes}"
    scope.program.contains("computed offset in the packet")
    with scope.block():
        scope.scalars.append(Scalar(f"(*{name})", element))
        found = block(scope)
    return [f"{element.name} *{name} = ({element.name} *)(data + {offset});", f"if ((u8 *)({name} + 1) <= end) {{", *found, "}"]


def length(scope):
    """The length of the packet, which is the difference of two pointers."""
    if not scope.has_context:
        return []
    scope.program.contains("length of the packet")
    return [f"u64 {scope.declare(U64).name} = end - data;"]


def field(scope):
    """Reads or writes a field of the context."""
    if not scope.has_context or scope.program.kind != "tc":
        return length(scope)
    name = scope.choices.pick(("mark", "cb[0]", "cb[3]", "priority"))
    scope.program.contains("field of the context")
    if scope.choices.chance(50):
        return [f"context->{name} = {expression(scope).text};"]
    return [f"u32 {scope.declare(U32).name} = context->{name};"]
