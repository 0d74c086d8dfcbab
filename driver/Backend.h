// From clang's IR to what the user asked for: checks, transforms, optimisation, code generation. The one path of every
// input. When the profile's inlining makes a program that cannot be generated or loaded, it is compiled once more with
// LLVM's own choice of what to inline.
#ifndef BPFTOOLCHAIN_DRIVER_BACKEND_H
#define BPFTOOLCHAIN_DRIVER_BACKEND_H

#include "driver/Finish.h"
#include "driver/Options.h"
#include "driver/Recovery.h"
#include "driver/Reporter.h"

namespace clang {
class CompilerInstance;
}
namespace llvm {
class Module;
}

namespace bpf {

enum class Emission { Object, Assembly, Bitcode, IR };

/// What a compile of one source needs besides the source.
struct CompileContext {
  const Options &User;
  const Target &For;
  Recovery &Guard;
};

/// \param M clang's IR before optimisation; it is consumed, and after a failure of LLVM's must not be touched again.
/// \returns the object, assembly or IR; nothing where it was refused or LLVM failed: then an error has been shown.
std::optional<Bytes> runBackend(clang::CompilerInstance &Compiler, llvm::Module &M, Emission Wanted,
                                const CompileContext &Context);

} // namespace bpf

#endif
