// The size of an old definition of a map, which the program asks for.
#ifndef BPFTOOLCHAIN_DRIVER_DEFINITIONSIZE_H
#define BPFTOOLCHAIN_DRIVER_DEFINITIONSIZE_H

#include "driver/options/Levels.h"

namespace clang {
class CompilerInstance;
}

namespace bpf {

/// Shows an error at each sizeof of a variable in section `maps`. The transform of such definitions cannot: in IR there
/// is the number alone.
void checkDefinitionSizes(clang::CompilerInstance &Compiler, const Levels &Warnings);

} // namespace bpf

#endif
