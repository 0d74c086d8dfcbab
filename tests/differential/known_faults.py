# Known miscompilations. A wrong result counts as known only if it disappears with the options of the row, so that no other fault can
# hide behind it. Known faults are always printed, with the reason.
import collections

# compilers: which have the fault. contents: what a program must contain. words: the options that avoid the fault.
KnownFault = collections.namedtuple("KnownFault", "name compilers contents words reason")

KNOWN_FAULTS = [
    KnownFault("relaxed-atomics", ("clang",), "relaxed atomic", ("-DRELAXED=__ATOMIC_SEQ_CST",),
               "LLVM 22 emits `lock +=`, which returns nothing, for relaxed atomics whose result is used"),
]


def candidates(program, configuration):
    return [fault for fault in KNOWN_FAULTS
            if configuration.compiler.name in fault.compilers and fault.contents in program.contents]
