// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a name of an object is declared in its source, from the object's DWARF.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_DECLAREDAT_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_DECLAREDAT_H

#include "passes/Check.h"

namespace llvm::object {
class ObjectFile;
}

namespace bpf {

/// The line of the variable or function that is defined, or only declared where nothing is; line 0 without DWARF.
Place declaredAt(const llvm::object::ObjectFile &File, llvm::StringRef Name);

} // namespace bpf

#endif
