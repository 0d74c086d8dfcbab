// The C library, which no program has.
#ifndef BPFTOOLCHAIN_PASSES_IR_LIBRARYCALL_H
#define BPFTOOLCHAIN_PASSES_IR_LIBRARYCALL_H

#include "llvm/ADT/StringRef.h"

namespace bpf {

/// What to do instead of calling a function of the C library, by its name; empty for another function.
llvm::StringRef libraryRemedy(llvm::StringRef Name);

} // namespace bpf

#endif
