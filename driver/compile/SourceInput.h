// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A source as input: clang parses it and makes IR, or does alone what needs no code.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_SOURCEINPUT_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_SOURCEINPUT_H

#include "driver/compile/Backend.h"

namespace bpf {

/// Parses the source, makes IR without LLVM's passes and passes it to the Backend.
BackendResult compileSource(clang::CompilerInstance &Compiler, Emission Wanted, const CompileContext &Context);

/// Does a job that makes no code (-E, -M, -fsyntax-only, a precompiled header) as clang does it, output included.
/// \returns nothing where bpfcc does not do this kind of job.
std::optional<Outcome> runWithoutCode(clang::CompilerInstance &Compiler, const CompileContext &Context);

} // namespace bpf

#endif
