// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the sources of an object declare what a verdict speaks of.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_OBJECTPLACES_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_OBJECTPLACES_H

#include "driver/diagnostics/LaterDiagnostics.h"
#include "driver/load/AskKernel.h"

namespace bpf {

/// Where the source names the section of the program; the begin of its code where it is not written as it is. Line 0
/// where neither is known.
Place sectionPlace(const Verdict &V, const NamedObject &Object, LaterDiagnostics &Diagnostics);

/// Where one of the object's sources declares the name with SEC() or as extern; line 0 where none does.
Place declarationOf(llvm::StringRef Name, const NamedObject &Object, LaterDiagnostics &Diagnostics);

/// Where the source above a place declares a variable or a parameter, the nearest one; line 0 where it does not.
Place variableAbove(const Place &Where, llvm::StringRef Name, LaterDiagnostics &Diagnostics);

/// Where the source above a place in a function begins to define it; line 0 where that is not sure.
Place functionAbove(const Place &Where, LaterDiagnostics &Diagnostics);

} // namespace bpf

#endif
