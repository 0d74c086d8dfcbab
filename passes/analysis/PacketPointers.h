// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which values of a module point into a packet, and which calls move it. A program reads the pointers from its context;
// after some helpers the kernel accepts none of those that were read before.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_PACKETPOINTERS_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_PACKETPOINTERS_H

#include "passes/target/Target.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"
#include <string>

namespace llvm {
class Argument;
class CallBase;
class Function;
class Instruction;
class LoadInst;
class Module;
class Value;
} // namespace llvm

namespace bpf {

class PacketPointers {
public:
  PacketPointers(const llvm::Module &M, const Target &T);

  /// True for a module in which no call moves a packet: nothing can be stale there.
  bool areNeverMoved() const { return Moving.empty(); }

  /// Values of F that point into the packet, in an order in which operands come first, but for loops.
  const llvm::SetVector<const llvm::Value *> &in(const llvm::Function &F) const;

  /// The helper that moves the packet at a call, also where the called function calls it; empty where none does.
  std::string movedBy(const llvm::CallBase &Call) const;
  /// True where the kernel looks into the called function for that: not at a global function before 6.13.
  bool verifierKnows(const llvm::CallBase &Call, const Target &T) const;

  /// True where the instruction accesses memory through that operand, itself or in the function that it calls.
  bool accesses(const llvm::Instruction &I, const llvm::Value &Pointer) const;

private:
  bool isContext(const llvm::Value &V) const;
  bool readsPacketField(const llvm::LoadInst &Load) const;
  std::string movedForCallers(const llvm::CallBase &Call, const Target &T) const;
  void findMoving(const llvm::Module &M, const Target &T);
  void findContexts(const llvm::Module &M);
  bool follow(const llvm::Function &F);
  bool accessesArgument(const llvm::Argument &A, unsigned Depth) const;

  bool MissedTailCallMoves; ///< the kernel assumes that a failed tail call moved the packet
  llvm::DenseMap<const llvm::Function *, std::string> Moving; ///< functions that call a helper that moves, by its name
  llvm::DenseMap<const llvm::Value *, llvm::StringRef> Contexts; ///< arguments that are the program's context
  llvm::DenseMap<const llvm::Function *, llvm::SetVector<const llvm::Value *>> Pointers;
  llvm::DenseMap<const llvm::Function *, bool> Returns; ///< functions that return a packet pointer
};

} // namespace bpf

#endif
