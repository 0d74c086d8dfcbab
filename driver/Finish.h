// What becomes of an object after code generation: what the user did not ask for goes.
#ifndef BPFTOOLCHAIN_DRIVER_FINISH_H
#define BPFTOOLCHAIN_DRIVER_FINISH_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"

namespace bpf {

/// An ELF file, or whatever else was made, in memory.
using Bytes = llvm::SmallVector<char, 0>;

/// The object without .debug_* and their relocations; .BTF and .BTF.ext stay, with which every loader works.
llvm::Expected<Bytes> withoutDwarf(const Bytes &Object);

} // namespace bpf

#endif
