// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The offset of an address from the one it is computed from, also if the loader determines it.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_FIELDOFFSET_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_FIELDOFFSET_H

#include <cstdint>
#include <optional>

namespace llvm {
class DataLayout;
class GEPOperator;
class Value;
} // namespace llvm

namespace bpf {

struct FieldOffset {
  uint64_t Bytes;
  bool IsRelocated; ///< by CO-RE: from the source's types; the kernel's may differ
};

/// Nothing where the offset is computed by the program.
std::optional<FieldOffset> fieldOffset(const llvm::GEPOperator &Address, const llvm::DataLayout &Layout);

/// True for the offset of a member that CO-RE relocates: a constant, though the source's value may not be the kernel's.
bool isRelocatedOffset(const llvm::Value &V);

/// The value behind LLVM's fence after a relocated address; the value itself where there is none.
const llvm::Value &behindFence(const llvm::Value &V);

/// An address as its distance from another one.
struct AddressBehind {
  const llvm::Value *Base; ///< computed from no other
  uint64_t Bytes = 0;
  bool IsRelocated = false; ///< some of them are
};

/// Back through all that the address is computed from. Nothing where the program computes an offset.
std::optional<AddressBehind> addressBehind(const llvm::Value &Address, const llvm::DataLayout &Layout);

} // namespace bpf

#endif
