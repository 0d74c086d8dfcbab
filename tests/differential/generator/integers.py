# C's integer types, as program.h names them, the usual arithmetic conversions, and values with a bound on their magnitude.
import collections


class Integer(collections.namedtuple("Integer", "name bits signed")):
    @property
    def promoted(self):
        return S32 if self.bits < 32 else self

    @property
    def unsigned(self):
        return UNSIGNED[self.bits]

    @property
    def magnitude(self):
        """The absolute value of no number of this type exceeds 2 to this power."""
        return 1 if self is BOOL else self.bits - self.signed

    @property
    def bytes(self):
        return self.bits // 8


U8, U16, U32, U64 = (Integer(f"u{bits}", bits, False) for bits in (8, 16, 32, 64))
S8, S16, S32, S64 = (Integer(f"s{bits}", bits, True) for bits in (8, 16, 32, 64))
# Not used for objects in memory: copied bytes could give them a value other than 0 and 1.
BOOL = Integer("bool", 8, False)

UNSIGNED = {8: U8, 16: U16, 32: U32, 64: U64}
# Types to draw from. The common ones are listed more than once.
IN_MEMORY = (U32, U32, U32, U64, U64, U16, U8, S32, S32, S64, S16, S8)
EVERY = IN_MEMORY + (BOOL,)


def common(left, right):
    """The usual arithmetic conversions."""
    left, right = left.promoted, right.promoted
    if left.bits != right.bits:
        return max(left, right, key=lambda type_: type_.bits)
    return left if not left.signed else right


class Value(collections.namedtuple("Value", "text type magnitude")):
    """An expression without side effects, parenthesized where necessary. Its absolute value does not exceed 2 to the magnitude."""

    def cast(self, type_):
        if self.type == type_:
            return self
        return Value(f"({type_.name}){self.text}", type_, min(self.magnitude, type_.magnitude) if fits(self, type_) else type_.magnitude)


def fits(value, type_):
    return value.magnitude < type_.magnitude and (type_.signed or not value.type.signed)
