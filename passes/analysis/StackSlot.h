// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What happens to a variable on the stack: who writes which of its bytes, and which a call reads.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_STACKSLOT_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_STACKSLOT_H

#include "passes/analysis/ArgumentMemory.h"
#include "llvm/ADT/BitVector.h"
#include <vector>

namespace llvm {
class AllocaInst;
class CallBase;
class Instruction;
class Use;
class Value;
} // namespace llvm

namespace bpf {

/// Bytes of a slot, from Begin to before End.
struct StackRange {
  uint64_t Begin, End;
};

/// An instruction that writes bytes of a slot.
struct StackWrite {
  const llvm::Instruction *By;
  StackRange Bytes;
};

/// A call that reads bytes of a slot.
struct StackRead {
  const llvm::CallBase *Call;
  ArgumentMemory Memory;
  StackRange Bytes;
};

class StackSlot {
public:
  explicit StackSlot(const llvm::AllocaInst &Memory);

  const llvm::AllocaInst &memory() const { return Memory; }
  uint64_t bytes() const { return Bytes; }
  /// In the order of the code.
  const std::vector<StackRead> &reads() const { return Reads; }
  /// In no order. Who writes at an unknown place writes everything.
  const std::vector<StackWrite> &writes() const { return Writes; }
  /// True if the kernel's types may have other offsets than the source's.
  bool isRelocated() const { return Relocated; }

private:
  void follow(const llvm::Value &Pointer, std::optional<uint64_t> Offset);
  void use(const llvm::Use &Each, std::optional<uint64_t> Offset);
  void call(const llvm::CallBase &Call, unsigned Argument, std::optional<uint64_t> Offset);
  void write(const llvm::Instruction &By, std::optional<uint64_t> Offset, std::optional<uint64_t> Length);

  const llvm::AllocaInst &Memory;
  uint64_t Bytes = 0;
  bool Relocated = false;
  std::vector<StackRead> Reads;
  std::vector<StackWrite> Writes;
};

} // namespace bpf

#endif
