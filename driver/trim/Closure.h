// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The declarations that a program needs: those that it names, and what these need in turn.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_CLOSURE_H
#define BPFTOOLCHAIN_DRIVER_TRIM_CLOSURE_H

#include "driver/trim/Headers.h"
#include "driver/trim/ProgramNames.h"

namespace bpf::trim {

/// A Placeholder replaces the definition of a structure that is only pointed to. It is complete, because LLVM's BTF
/// distinguishes pointers to complete and to incomplete structures.
enum class Fate : uint8_t { Dropped, Placeholder, Kept };

/// The member of a placeholder. If it is found in .BTF, the structure was needed.
constexpr llvm::StringLiteral PlaceholderMember = "__bpfcc_placeholder";

/// \param MayPlace whether placeholders may be used; DWARF would show them.
/// \returns the fate of each declaration.
std::vector<Fate> fatesOf(Headers &All, const ProgramNames &Program, bool MayPlace);

} // namespace bpf::trim

#endif
