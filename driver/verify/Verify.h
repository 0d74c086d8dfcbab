// --verify: the running kernel is asked about what was compiled, or given, and its verdicts are shown as diagnostics.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_H

#include "driver/compile/Backend.h"
#include "driver/link/Link.h"

namespace clang {
class DiagnosticOptions;
}

namespace bpf {

/// Asks about the programs of each object. \returns the worst of what came of it; NotAsked where the kernel cannot be
/// asked about one of them, and none is refused.
Outcome verify(llvm::ArrayRef<NamedObject> Objects, const CompileContext &Context, clang::DiagnosticOptions &Shown);

} // namespace bpf

#endif
