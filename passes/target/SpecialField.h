// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Fields that belong to the kernel, in values of maps and objects of the program's own: the rows of SpecialFields.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_SPECIALFIELD_H
#define BPFTOOLCHAIN_PASSES_TARGET_SPECIALFIELD_H

#include "passes/target/Releases.h"
#include "llvm/ADT/StringRef.h"

namespace bpf {

struct ProgramSection;

struct SpecialField {
  llvm::StringRef Struct; ///< "bpf_spin_lock"
  KernelVersion Since;    ///< the first kernel that knows it
};

/// The field of that structure; nothing for another one, which a program may access as it likes.
const SpecialField *findSpecialField(llvm::StringRef Struct);

/// The releases that accept a program of that section with a map that has such a field.
Releases users(const SpecialField &Field, const ProgramSection &Section);

} // namespace bpf

#endif
