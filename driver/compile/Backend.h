// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From clang's IR to what the user asked for: checks, transforms, optimisation, code generation. The one path of every
// input. When what was inlined makes a program that cannot be generated or loaded, it is compiled once more with other
// functions inlined.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_BACKEND_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_BACKEND_H

#include "driver/compile/CompileContext.h"
#include "driver/object/Object.h"
#include "driver/process/Outcome.h"

namespace clang {
class CompilerInstance;
}
namespace llvm {
class Module;
}

namespace bpf {

struct BackendResult {
  Outcome Status;    ///< where it is not Good, an error has been shown
  Bytes Result;      ///< the object, assembly or IR
  Renames ToRestore; ///< symbols of the object that must get their own name again
};

/// \param M clang's IR before optimisation; it is consumed, and after a failure of LLVM's must not be touched again.
BackendResult runBackend(clang::CompilerInstance &Compiler, llvm::Module &M, Emission Wanted,
                         const CompileContext &Context);

} // namespace bpf

#endif
