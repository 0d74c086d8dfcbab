// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Of what type the programs of a program array are: of that of the programs that jump into it.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_TAILTYPES_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_TAILTYPES_H

#include "passes/analysis/TailSections.h"
#include "passes/target/ProgramType.h"

namespace bpf {

struct CallersType {
  const ProgramSection *Section = nullptr; ///< where all are of one type: a program can call those of its own alone
  std::string Why;                         ///< where they tell none; empty where the section of one is not known itself
};

/// Of the programs that jump into a map.
CallersType callersType(const llvm::GlobalVariable &Map, const ProgramSlots &Slots);

/// A program whose section libbpf does not know, and that gets no other because of Why.
Finding withoutType(const llvm::Function &Program, llvm::StringRef Why);

} // namespace bpf

#endif
