# The kinds of statements with their weights, the simplest first.
from generator.assignments import assignment, conditional, declaration, increment, swapped, volatile_access
from generator.atomics import atomic
from generator.functions import call
from generator.jumps import leave_function, leave_loop, switch
from generator.loops import loop
from generator.maps import delete, lookup, update
from generator.memory import assign_struct, compare, copy, fill, local_object, pointer, reinterpret
from generator.packet import computed_offset, field, length

KINDS = [(14, assignment), (8, declaration), (3, increment), (8, conditional), (6, loop), (3, switch), (5, call), (5, local_object),
         (3, lookup), (2, update), (1, delete), (8, atomic), (2, copy), (2, assign_struct), (2, fill), (2, compare), (3, reinterpret),
         (2, pointer), (1, swapped), (3, computed_offset), (1, length), (2, field), (2, leave_loop), (1, leave_function),
         (1, volatile_access)]
