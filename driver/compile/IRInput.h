// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM's IR as input, text or bitcode: the second half of the guide's two-step compile, clang -emit-llvm and llc.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_IRINPUT_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_IRINPUT_H

#include "driver/compile/Backend.h"

namespace bpf {

/// Reads the IR and passes it to the Backend, as IR for BPF whatever it was made for: triple, data layout and
/// instruction set become the target's. What cannot be read is an error with its place.
BackendResult compileIR(clang::CompilerInstance &Compiler, Emission Wanted, const CompileContext &Context);

} // namespace bpf

#endif
