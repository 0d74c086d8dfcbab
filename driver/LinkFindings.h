// Shows what is found in a linked object.
#ifndef BPFTOOLCHAIN_DRIVER_LINKFINDINGS_H
#define BPFTOOLCHAIN_DRIVER_LINKFINDINGS_H

#include "driver/Options.h"
#include "driver/Outcome.h"

namespace clang {
class DiagnosticOptions;
}

namespace bpf {

/// \returns WrongInput where one is an error. Pragmas of the sources do not count here: no source is compiled.
Outcome showLinkFindings(llvm::ArrayRef<Finding> Found, const Options &User, clang::DiagnosticOptions &Shown);

} // namespace bpf

#endif
