// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The kernel's helpers: the rows of Helpers.def. What an argument has to be, what the call gives, and who may call it
// since when.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_HELPER_H
#define BPFTOOLCHAIN_PASSES_TARGET_HELPER_H

#include "passes/target/CallRule.h"
#include "passes/target/ProgramTypeSet.h"
#include "passes/target/Releases.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace bpf {

struct ProgramSection;

/// From which kernel on programs of any license may call a helper, where it is not all of them.
struct AnyLicense {
  KernelVersion Since;      ///< 0.0: from the first on
  llvm::StringRef OnlyType; ///< the only type of programs that may, without BPF_PROG_TYPE_; empty: every type
};

struct Helper {
  unsigned Number; ///< of enum bpf_func_id
  llvm::StringRef Name;
  KernelVersion Since;
  ArgumentRules Arguments;
  ResultRule Result;
  unsigned Properties;
  AnyLicense License; ///< before that, and for other types, the license must be compatible with the GPL
  ProgramTypeSet FirstCallers;

  /// An argument, counted from 0; of no kind where there is none.
  ArgumentRule argument(unsigned Index) const { return Index < Arguments.size() ? Arguments[Index] : ArgumentRule(); }
  /// True if packet pointers from before a call are stale after it.
  bool movesPacketData() const;
  /// True where memory that an argument points to may be in the packet.
  bool acceptsPacket() const;
  /// True where only programs that may sleep can call it.
  bool sleeps() const;
};

/// All of them, by number.
llvm::ArrayRef<Helper> helpers();

/// The helper of that number, or of that name, with bpf_ or without; nothing for one that the table does not know.
const Helper *findHelper(unsigned Number);
const Helper *findHelper(llvm::StringRef Name);

/// The releases in which a program of that type may call the helper: there is the helper, and there is the type. Of
/// types whose helpers are those of what they belong to (STRUCT_OPS, EXT), those in which there is the helper.
Releases callers(const Helper &Called, ProgramTypeId Type);
/// ... and of that section: some helpers are for some attach types only, or for programs that may sleep.
Releases callers(const Helper &Called, const ProgramSection &Section);

/// The releases in which a program in a section such as "iter/tcp" may call the helper because of what it iterates
/// over.
Releases iteratorCallers(const Helper &Called, llvm::StringRef Section);

/// The releases in which a loader loads a program of that section that calls the helper: where the kernel has another
/// for it, loaders put that in its place.
Releases loadable(const Helper &Called, const ProgramSection &Section);

/// The helpers that do the same in programs of other types, or on older kernels.
std::vector<const Helper *> helpersLike(const Helper &Called);

/// What --list-features prints: a line for each helper, with its first kernel and the license that it asks for.
std::string helperHelp();

} // namespace bpf

#endif
