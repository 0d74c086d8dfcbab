// The kernel's helpers: the rows of Helpers.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_HELPER_H
#define BPFTOOLCHAIN_PASSES_TARGET_HELPER_H

#include "passes/target/KernelVersion.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace bpf {

/// From which kernel on programs of any license may call a helper, where it is not all of them.
struct AnyLicense {
  KernelVersion Since;      ///< 0.0: from the first on
  llvm::StringRef OnlyType; ///< the only type of programs that may, without BPF_PROG_TYPE_; empty: every type
};

struct Helper {
  unsigned Number; ///< of enum bpf_func_id
  llvm::StringRef Name;
  KernelVersion Since;
  llvm::StringRef Arguments; ///< what it does with the memory that each argument points to, see Helpers.def
  bool MovesPacketData;      ///< packet pointers taken before a call are stale after it
  AnyLicense License;        ///< before that, and for other types, the license must be compatible with the GPL

  /// The letter of Helpers.def for an argument, counted from 0; '-' where there is nothing to say.
  char argument(unsigned Index) const { return Index < Arguments.size() ? Arguments[Index] : '-'; }
};

/// The helper of that number; nothing for one that the table does not know.
const Helper *findHelper(unsigned Number);

/// What --list-features prints: a line for each helper, with its first kernel and the license that it asks for.
std::string helperHelp();

} // namespace bpf

#endif
