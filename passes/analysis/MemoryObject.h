// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an address points into, and where that ends: a variable, a value of a map, a record, a slice of a dynptr.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_MEMORYOBJECT_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_MEMORYOBJECT_H

#include "passes/Check.h"
#include "passes/analysis/StackVariables.h"
#include <cstdint>
#include <optional>
#include <string>

namespace bpf {

struct MemoryObject {
  uint64_t Bytes;
  std::string Name; ///< as the source calls it: "'buffer'", "a value of 'ports'", "the record"
  bool IsBounded;   ///< the verifier knows where it ends; it knows frames and sections, no variables
  std::optional<Note> Declared;
};

/// The object whose address \p Base is. Nothing where its size is unknown.
/// \param Names of the function that has the address.
std::optional<MemoryObject> memoryObject(const llvm::Value &Base, const StackVariables &Names);

} // namespace bpf

#endif
