// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Addresses in the packet that a program computes from its context, and comparisons of them with the packet's end.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_PACKETADDRESS_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_PACKETADDRESS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace llvm {
class Argument;
class LoadInst;
class Value;
} // namespace llvm

namespace bpf {

/// The structure that a parameter points to as the context: of a program, or of another function that the source
/// declares so. Empty for any other parameter.
llvm::StringRef contextOf(const llvm::Argument &Parameter);

/// The beginning of the packet, as the context has it, and what the program adds.
struct PacketAddress {
  const llvm::LoadInst *Data; ///< the read of ctx->data
  int64_t Bytes = 0;          ///< the constants that are added
  llvm::SmallVector<const llvm::Value *, 1> Variables =
      {}; ///< the other values that are added; the verifier may know them
};

/// Nothing for a value that is no such address, or that may be one or another.
std::optional<PacketAddress> packetAddress(const llvm::Value &V);

/// A comparison of an address with the packet's end.
struct PacketTest {
  const llvm::Value *Address; ///< or what it is computed from; not always a PacketAddress
  bool PassesIf;              ///< the result with which the packet goes that far
  bool IsStrict;              ///< it goes a byte further then
};

/// Nothing for another condition.
std::optional<PacketTest> packetTest(const llvm::Value &Condition);

/// What a comparison proves to be there, counted from the beginning of the packet. Nothing where the verifier has to
/// know more than constants for it.
std::optional<int64_t> provenBytes(const PacketTest &Test);

/// True for the value of a program's ctx->data_end.
bool isPacketEnd(const llvm::Value &V);

} // namespace bpf

#endif
