// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From IR for any 64-bit machine to IR for BPF: for .ll and .bc files, and behind a native front end.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_RETARGET_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_RETARGET_H

#include "passes/target/Target.h"

namespace clang {
class CompilerInstance;
class TargetInfo;
class TargetOptions;
} // namespace clang
namespace llvm {
class Module;
}

namespace bpf {

/// What clang's -cc1 would pass to LLVM for this target: triple, instruction set, features as written.
clang::TargetOptions targetOptions(const Target &T);

/// An error where a front end's memory is not laid out as that of BPF: other pointers or another byte order, to which
/// an option such as -m32 leads.
llvm::Error checkFrontEnd(const clang::TargetInfo &FrontEnd, const Target &T);

/// Makes the IR this target's: triple, data layout, no CPU and no unwind tables of another machine. Where the front
/// end was a native one, the back end is set to BPF here. Call it before LLVM optimizes.
void retarget(clang::CompilerInstance &Compiler, llvm::Module &M, const Target &T);

} // namespace bpf

#endif
