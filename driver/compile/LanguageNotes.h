// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a note adds to clang's errors about what BPF does not have.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_LANGUAGENOTES_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_LANGUAGENOTES_H

#include "clang/Basic/Diagnostic.h"

namespace bpf {

/// Notes, behind an error that LanguageNotes.def has, what a BPF program does instead.
void noteLanguageLimit(clang::DiagnosticsEngine &Diagnostics, clang::DiagnosticsEngine::Level Level,
                       const clang::Diagnostic &Shown);

} // namespace bpf

#endif
