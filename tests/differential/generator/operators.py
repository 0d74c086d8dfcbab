# The kinds of expressions with their weights, the simplest first.
from generator.arithmetic import (arithmetic, bitwise, complement, conversion, counted_bits, negation, rotation, shift, signed_division, swap,
                                  unsigned_division)
from generator.conditions import choice, comparison, equality, inversion, logical, range_test
from generator.expressions import leaf

KINDS = [(9, leaf), (6, arithmetic), (4, bitwise), (3, shift), (3, comparison), (2, choice), (3, conversion), (2, unsigned_division),
         (2, signed_division), (1, negation), (1, complement), (1, inversion), (2, logical), (5, equality), (2, range_test), (1, rotation),
         (1, swap), (1, counted_bits)]
