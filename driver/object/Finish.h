// What becomes of an object after code generation: what the user did not ask for goes, and names become right.
#ifndef BPFTOOLCHAIN_DRIVER_FINISH_H
#define BPFTOOLCHAIN_DRIVER_FINISH_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include <map>
#include <string>

namespace bpf {

/// An ELF file, or whatever else was made, in memory.
using Bytes = llvm::SmallVector<char, 0>;

/// Symbols, from the name they have to the name they get.
using Renames = std::map<std::string, std::string>;

struct Finishing {
  bool DropsDwarf; ///< .debug_* and their relocations; .BTF and .BTF.ext stay, with which every loader works
  Renames Symbols;
};

/// The object as it is to be written. The error is LLVM's, and none is expected for what LLVM made.
llvm::Expected<Bytes> finish(Bytes Object, const Finishing &What);

} // namespace bpf

#endif
