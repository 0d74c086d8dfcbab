// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a function does with the addresses that it computes from ctx->data.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_PACKETUSES_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_PACKETUSES_H

#include "passes/analysis/PacketAddress.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace llvm {
class CallBase;
class Function;
class ICmpInst;
class Instruction;
class Use;
} // namespace llvm

namespace bpf {

/// A read or write of the packet.
struct PacketAccess {
  const llvm::Instruction *By;
  PacketAddress At;
  uint64_t Bytes;
  bool Writes;
};

/// Made once for a function, which must not change meanwhile.
class PacketUses {
public:
  explicit PacketUses(const llvm::Function &F);

  /// In the order of the code. Empty where an address, or the context, goes to a place in which it was not followed,
  /// such as a function or memory: the packet may be compared with its end there.
  llvm::ArrayRef<PacketAccess> accesses() const { return Accesses; }

  /// The comparisons with the packet's end, and what they compare.
  llvm::ArrayRef<const llvm::ICmpInst *> comparisons() const { return Comparisons; }
  llvm::ArrayRef<PacketTest> tests() const { return Tests; }

private:
  void follow(const llvm::Value &Address);
  bool keepsContext(const llvm::Value &Context) const;
  bool use(const llvm::Use &Each);
  bool pass(const llvm::CallBase &To, unsigned Argument);
  bool access(const llvm::Instruction &By, const llvm::Value &Address, uint64_t Bytes, bool Writes);

  llvm::SmallVector<PacketAccess> Accesses;
  llvm::SmallVector<const llvm::ICmpInst *> Comparisons;
  llvm::SmallVector<PacketTest> Tests;
  llvm::SmallPtrSet<const llvm::Value *, 16> Seen;
  bool Escapes = false;
};

} // namespace bpf

#endif
