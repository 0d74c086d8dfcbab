// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Programs in a section ID/KEY: for slot KEY of the array of programs that has the id.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_TAILSECTIONS_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_TAILSECTIONS_H

#include "passes/analysis/LegacyMap.h"
#include "passes/target/TailSection.h"
#include <map>

namespace llvm {
class Function;
} // namespace llvm

namespace bpf {

struct TailProgram {
  const llvm::Function *Program;
  uint32_t Id;
  uint32_t Slot;
};

/// Nothing for a function in another section.
std::optional<TailProgram> tailProgram(const llvm::Function &F);

/// The programs of such sections, in their order.
std::vector<TailProgram> tailPrograms(const llvm::Module &M);

/// By the variable of a map the programs that belong into it.
using ProgramSlots = std::map<const llvm::GlobalVariable *, std::map<uint32_t, const llvm::Function *>>;

/// \param R gets what is wrong with a program: no map has its id, or that map has no such slot.
ProgramSlots slotsOf(llvm::ArrayRef<TailProgram> Programs, llvm::ArrayRef<LegacyMap> Maps, Report R);

/// The programs without such a section, in their order, from which the map's tail calls come, through other programs of
/// such sections too.
std::vector<const llvm::Function *> callersOf(const llvm::GlobalVariable &Map, const ProgramSlots &Slots);

} // namespace bpf

#endif
