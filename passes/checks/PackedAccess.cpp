// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// BPF loads and stores at multiples of their size. In a packed struct LLVM knows of no multiple, and puts a member
// together byte by byte (-Wbpf-packed-access). Headers of packets are packed too, and are left alone: their layout is
// not the user's.
#include "passes/RunChecks.h"
#include "passes/analysis/AccessedMember.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/StackVariables.h"
#include "passes/analysis/UnderlyingType.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MathExtras.h"
#include <set>

using namespace llvm;

namespace bpf {

namespace {
struct PackedMember {
  const DICompositeType *Struct = nullptr;
  const DIDerivedType *Member = nullptr;
  uint64_t Natural = 0; ///< what its offset would be a multiple of
};
} // namespace

static uint64_t naturalAlignment(const DIType *Type) {
  Type = underlyingType(Type);
  const auto *Composite = dyn_cast_or_null<DICompositeType>(Type);
  if (!Composite || Composite->getTag() == dwarf::DW_TAG_enumeration_type)
    return Type ? std::max<uint64_t>(1, Type->getSizeInBits() / 8) : 1;
  if (Composite->getTag() == dwarf::DW_TAG_array_type)
    return naturalAlignment(Composite->getBaseType());
  uint64_t Most = 1;
  for (const DINode *Each : Composite->getElements())
    if (const auto *Member = dyn_cast<DIDerivedType>(Each); Member && !Member->isBitField())
      Most = std::max(Most, naturalAlignment(Member->getBaseType()));
  return Most;
}

/// The members that a byte lies in, from the outermost to the innermost; the first that is not at a multiple of its own
/// alignment is what packing did, or the last where packing left the struct as large but at any address.
static PackedMember packedMemberAt(const DIType *Type, uint64_t Byte) {
  PackedMember Last;
  while (const auto *Struct = dyn_cast_or_null<DICompositeType>(underlyingType(Type))) {
    if (Struct->getTag() != dwarf::DW_TAG_structure_type)
      return Last;
    const DIDerivedType *In = nullptr;
    for (const DINode *Each : Struct->getElements()) {
      const auto *Member = dyn_cast<DIDerivedType>(Each);
      if (Member && !Member->isBitField() && Byte >= Member->getOffsetInBits() / 8 &&
          Byte < (Member->getOffsetInBits() + Member->getSizeInBits()) / 8)
        In = Member;
    }
    if (!In)
      return Last;
    uint64_t Offset = In->getOffsetInBits() / 8;
    Last = {Struct, In, naturalAlignment(In->getBaseType())};
    if (Offset % Last.Natural != 0)
      return Last;
    Byte -= Offset;
    Type = In->getBaseType();
  }
  return Last;
}

static bool isPacked(const DICompositeType &Struct) {
  if (Struct.getSizeInBits() / 8 % naturalAlignment(&Struct) != 0)
    return true;
  return any_of(Struct.getElements(), [](const DINode *Each) {
    const auto *Member = dyn_cast<DIDerivedType>(Each);
    return Member && !Member->isBitField() &&
           Member->getOffsetInBits() / 8 % naturalAlignment(Member->getBaseType()) != 0;
  });
}

/// Who includes it cannot change it.
static bool isFromSystem(const DICompositeType &Struct) {
  StringRef File = Struct.getFile() ? Struct.getFile()->getFilename() : "";
  return File.starts_with("/usr/") || File.starts_with("usr/") || File.contains("vmlinux");
}

/// True for a packet, for a copy of what is on the wire, and for memory that the kernel provides for it.
static bool mayBePacket(const Value &Base) {
  if (const auto *From = dyn_cast<CallBase>(&Base))
    return From->getCalledFunction() != nullptr;
  // A number was read from the context; a static function may get either.
  if (const auto *Given = dyn_cast<Argument>(&Base))
    return Given->getParent()->hasLocalLinkage();
  if (isa<PHINode>(Base) || isa<SelectInst>(Base))
    return any_of(cast<Instruction>(Base).operands(), [](const Use &Each) { return isa<IntToPtrInst>(Each); });
  if (isa<IntToPtrInst>(Base))
    return true;
  SmallVector<const Value *, 8> Next = {&Base};
  while (!Next.empty()) {
    for (const User *Each : Next.pop_back_val()->users()) {
      const auto *Call = dyn_cast<CallBase>(Each);
      const Helper *Called = Call ? calledHelper(*Call) : nullptr;
      if (Called && (Called->Name.contains("_bytes") || Called->Name.starts_with("dynptr")))
        return true;
      if (isa<GetElementPtrInst>(Each))
        Next.push_back(Each);
    }
  }
  return false;
}

static uint64_t instructionsFor(uint64_t Bytes, uint64_t Piece, bool Reads) {
  uint64_t Pieces = Bytes / Piece;
  // A shift for each piece but one, and for a load an or.
  return Pieces + (Pieces - 1) * (Reads ? 2 : 1);
}

static Finding findingFor(const Instruction &I, const PackedMember &Of, uint64_t Instructions) {
  std::string Name = formatv("'{0}' of the packed 'struct {1}'", Of.Member->getName(), Of.Struct->getName());
  Finding Found = findingAt(I, Check::PackedAccess, Severity::Advice,
                            formatv("{0} {1} takes {2} instructions instead of 1",
                                    isa<LoadInst>(I) ? "reading" : "writing", Name, Instructions));
  uint64_t Offset = Of.Member->getOffsetInBits() / 8, Gap = alignTo(Offset, Of.Natural) - Offset;
  Place Declared = {fileOf(*Of.Struct->getFile()), Of.Member->getLine(), 0, ""};
  Found.Notes.push_back(
      {Gap ? formatv("remove packed, and add a member '__u8 pad[{0}]' before '{1}'", Gap, Of.Member->getName()).str()
           : formatv("remove packed, and pad the end of 'struct {0}' to a multiple of {1} bytes with a member",
                     Of.Struct->getName(), naturalAlignment(Of.Struct))
                 .str(),
       Declared});
  return Found;
}

/// The member that an access puts together, where packing is why.
static std::optional<PackedMember> memberOf(const Value &Pointer, const StackVariables &Names,
                                            const DataLayout &Layout) {
  std::optional<AddressBehind> At = addressBehind(Pointer, Layout);
  if (!At || At->IsRelocated)
    return std::nullopt;
  const DIType *Type = mayBePacket(*At->Base) ? nullptr : typeBehind(*At->Base, Names);
  PackedMember Found = packedMemberAt(Type, At->Bytes);
  if (!Found.Struct || Found.Member->getName().empty() || !isPacked(*Found.Struct) || isFromSystem(*Found.Struct))
    return std::nullopt;
  return Found;
}

/// The instructions of an access that is split; nothing if it is not, or into few.
static std::optional<uint64_t> fallsApart(const Instruction &I) {
  constexpr uint64_t FewestMore = 8;
  const DataLayout &Layout = I.getDataLayout();
  if (!isa<LoadInst>(I) && !isa<StoreInst>(I))
    return std::nullopt;
  Type *Accessed = getLoadStoreType(&I);
  uint64_t Bytes = Accessed->isSingleValueType() ? Layout.getTypeStoreSize(Accessed).getFixedValue() : 0;
  uint64_t Piece = getLoadStoreAlignment(&I).value();
  if (!isPowerOf2_64(Bytes) || Bytes > 8 || Piece >= Bytes)
    return std::nullopt;
  uint64_t Instructions = instructionsFor(Bytes, Piece, isa<LoadInst>(I));
  return Instructions - 1 >= FewestMore ? std::optional(Instructions) : std::nullopt;
}

void checkPackedAccess(const Module &M, const Target &T, Report R) {
  std::optional<Reach> Looked;
  std::set<const DIDerivedType *> Reported;
  for (const Function &F : M) {
    std::optional<StackVariables> Names;
    for (const Instruction &I : instructions(F)) {
      std::optional<uint64_t> Instructions = fallsApart(I);
      if (!Instructions)
        continue;
      if (!Looked)
        Looked.emplace(M);
      if (Looked->of(F) == Reached::Never)
        break;
      if (!Names)
        Names = stackVariables(F);
      std::optional<PackedMember> Member = memberOf(*getLoadStorePointerOperand(&I), *Names, I.getDataLayout());
      // What repairs the struct repairs every access.
      if (Member && Reported.insert(Member->Member).second)
        R(findingFor(I, *Member, *Instructions));
    }
  }
}

} // namespace bpf
