// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// -fms-extensions, which the profile sets, and the warning that clang gives with it: members that are a struct with a
// tag.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_TAGGEDMEMBERS_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_TAGGEDMEMBERS_H

#include "clang/Basic/Diagnostic.h"

namespace bpf {

/// Silences the warning in a vmlinux.h: its types are the kernel's alone. A pragma decides otherwise, as for any
/// warning.
void acceptTaggedMembersOfKernel(clang::DiagnosticsEngine &Diagnostics);

/// Where the warning was shown, which so is about a source of the user's own: says what user space needs that shares
/// the struct.
void noteTaggedMember(clang::DiagnosticsEngine &Diagnostics, clang::DiagnosticsEngine::Level Level,
                      const clang::Diagnostic &Shown);

} // namespace bpf

#endif
