// The kernel's helpers: the rows of Helpers.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_HELPER_H
#define BPFTOOLCHAIN_PASSES_TARGET_HELPER_H

#include "passes/target/KernelVersion.h"
#include "llvm/ADT/StringRef.h"

namespace bpf {

struct Helper {
  unsigned Number; ///< of enum bpf_func_id
  llvm::StringRef Name;
  KernelVersion Since;
  llvm::StringRef Arguments; ///< what it does with the memory that each argument points to, see Helpers.def
  bool MovesPacketData;      ///< packet pointers taken before a call are stale after it

  /// The letter of Helpers.def for an argument, counted from 0; '-' where there is nothing to say.
  char argument(unsigned Index) const { return Index < Arguments.size() ? Arguments[Index] : '-'; }
};

/// The helper of that number; nothing for one that the table does not know.
const Helper *findHelper(unsigned Number);

} // namespace bpf

#endif
