// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a note adds to errors of clang's whose cause is a header: one that is missing, or one that is the loader's.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_UNDECLAREDNAMES_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_UNDECLAREDNAMES_H

#include "clang/Basic/Diagnostic.h"

namespace bpf {

/// Notes, behind an error about a name that nothing declares, which header has it. Nothing for other diagnostics, and
/// for a name that UndeclaredNames.def and the tables of helpers and kfuncs do not have.
void noteUndeclaredName(clang::DiagnosticsEngine &Diagnostics, clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Shown);

/// Notes, behind an error in a header of libbpf's where <bpf/libbpf.h> is included, that this header is for the program
/// that loads.
/// \returns true where it did.
bool noteHeaderOfLoader(clang::DiagnosticsEngine &Diagnostics, clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Shown);

} // namespace bpf

#endif
