// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The size of an old definition of a map, which the program asks for.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_DEFINITIONSIZE_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_DEFINITIONSIZE_H

#include "driver/diagnostics/SourceIndex.h"

namespace clang {
class ASTContext;
}

namespace bpf {

/// Reports each sizeof of a variable in section `maps`. The transform of such definitions cannot: in IR there
/// is the number alone.
void checkDefinitionSizes(clang::ASTContext &Parsed, const SourceIndex &Index, Report R);

} // namespace bpf

#endif
