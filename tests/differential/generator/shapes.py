# The types of objects in memory: arrays, structs with members of every width, bit-fields, and packed structs. None has padding, so
# every byte of an object can be compared.
import collections

from generator.integers import IN_MEMORY, S32, S64, U8, U16, U32, U64

Array = collections.namedtuple("Array", "element count")
# bits: the width of a bit-field, else None. count: the number of elements of an array, else None.
Member = collections.namedtuple("Member", "name type bits count", defaults=(None, None))
Struct = collections.namedtuple("Struct", "tag members packed")

# Structs consist of words of eight bytes. These are the sizes of the integers in a word.
WORDS = ((8,), (4, 4), (4, 2, 2), (2, 2, 2, 2), (4, 2, 1, 1))


def size(shape):
    if isinstance(shape, Array):
        return shape.element.bytes * shape.count
    return sum(member.bits or 8 * member.type.bytes * (member.count or 1) for member in shape.members) // 8


def make_array(choices):
    element = choices.pick(IN_MEMORY)
    return Array(element, choices.pick((4, 8) if element.bits > 16 else (8, 4, 16)))


def integer_of(choices, bytes_):
    return choices.pick([type_ for type_ in IN_MEMORY if type_.bytes == bytes_])


def plain_word(choices):
    return [(integer_of(choices, bytes_), None, None) for bytes_ in choices.pick(WORDS)]


def array_word(choices):
    element = choices.pick((U8, U16, U32))
    return [(element, None, 8 // element.bytes)]


def bit_fields(choices):
    """Two units of 32 bits or one of 64, without unused bits."""
    if choices.chance(30):
        return fill_unit(choices, 64, (U64, S64))
    return fill_unit(choices, 32, (U32, S32)) + fill_unit(choices, 32, (U32, S32))


def fill_unit(choices, left, types):
    fields = []
    while left:
        bits = left if len(fields) == 3 else min(left, 1 + choices.below(types[0].bits - 1))
        fields.append((choices.pick(types), bits, None))
        left -= bits
    return fields


def named(words):
    return tuple(Member(f"m{number}", *member) for number, member in enumerate(words))


def make_struct(choices, tag):
    words = []
    for _ in choices.repeat(1, 3, 50):
        words += choices.weighted([(5, plain_word), (2, array_word), (3, bit_fields)])(choices)
    return Struct(tag, named(words), packed=False)


def make_packed_struct(choices, tag):
    """Every member follows the previous one immediately, whatever its alignment."""
    words = [(U8, None, None)] + [(choices.pick(IN_MEMORY), None, None) for _ in choices.repeat(1, 4, 60)]
    return Struct(tag, named(words), packed=True)


def declaration(struct):
    """The lines that define a struct."""
    lines = [f"struct {struct.tag} {{"]
    for member in struct.members:
        behind = f":{member.bits}" if member.bits else f"[{member.count}]" if member.count else ""
        lines.append(f"  {member.type.name} {member.name}{behind};")
    return [*lines, "} __attribute__((packed));" if struct.packed else "};"]


def declared(shape, name):
    """The declarator of an object of this shape."""
    if isinstance(shape, Array):
        return f"{shape.element.name} {name}[{shape.count}]"
    return f"struct {shape.tag} {name}"
