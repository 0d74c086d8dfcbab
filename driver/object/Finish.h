// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Finishes an object after code generation: drops what was not asked for, and restores names.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_FINISH_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_FINISH_H

#include "driver/object/Object.h"
#include "llvm/Support/Error.h"

namespace bpf {

struct Finishing {
  bool DropsDwarf;   ///< .debug_* and their relocations; .BTF and .BTF.ext stay, with which every loader works
  bool DropsSources; ///< the text of sources in DWARF's line table
  Renames Symbols;
};

/// The object as it is to be written. The error is LLVM's, and none is expected for what LLVM made.
llvm::Expected<Bytes> finish(Bytes Object, const Finishing &What);

} // namespace bpf

#endif
