// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An object file in memory, between what makes it and what reads it.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_OBJECT_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_OBJECT_H

#include "llvm/ADT/SmallVector.h"
#include <map>
#include <string>

namespace bpf {

/// An ELF file, or whatever else was made, in memory.
using Bytes = llvm::SmallVector<char, 0>;

/// Symbols, from the name they have to the name they get.
using Renames = std::map<std::string, std::string>;

struct NamedObject {
  std::string Name; ///< for messages
  Bytes Object;
};

} // namespace bpf

#endif
