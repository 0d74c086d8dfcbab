// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The members of the structures that programs are called with: the rows of ContextMembers.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_CONTEXTMEMBER_H
#define BPFTOOLCHAIN_PASSES_TARGET_CONTEXTMEMBER_H

#include "passes/target/ProgramTypeSet.h"
#include "passes/target/Releases.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace bpf {

struct ProgramSection;

/// How a member may be accessed, see ContextMembers.def.
enum class MemberWidth : uint8_t { Whole, Narrow, Wide, Any, Packet };

enum class MemberAccess : uint8_t { Read = 1, Write = 2 };

struct ContextMember {
  llvm::StringRef Context; ///< the structure
  llvm::StringRef Name;
  uint16_t Offset; ///< in the structure, in bytes
  uint16_t Bytes;  ///< of it, or of an element where it is an array
  uint16_t Count;  ///< of elements
  MemberWidth Width;
  ProgramTypeSet Readers;
  ProgramTypeSet Writers;
  KernelVersion Since; ///< the first kernel whose structure has it

  /// True where what is read points into the packet or to its end.
  bool pointsToPacket() const { return Width == MemberWidth::Packet; }
  /// True if the kernel accepts an access of that size at that offset of the structure.
  bool acceptsWidth(uint64_t At, uint64_t Size, MemberAccess Access) const;
};

/// All of them, by structure and offset.
llvm::ArrayRef<ContextMember> contextMembers();

/// The member at an offset of a structure; nothing in a hole, past its end, or for a structure that the table does not
/// have.
const ContextMember *findContextMember(llvm::StringRef Context, uint64_t Offset);

/// True where the table has the members of that structure.
bool isKnownContext(llvm::StringRef Context);

/// The releases in which a program of that section may access the member so.
Releases accessors(const ContextMember &Member, const ProgramSection &Section, MemberAccess Access);

} // namespace bpf

#endif
