// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A struct may be laid out otherwise than where the program runs (-Wbpf-native-types): a header chooses by a macro of
// the machine, which a BPF compile does not have; registers are another machine's; or, with the types of a machine, the
// attribute by which vmlinux.h is fitted to the kernel has no effect. Debug information has the struct's layout
// out, NativeLayouts.def how it lies. What CO-RE relocates is right everywhere.
#include "passes/RunChecks.h"
#include "passes/analysis/AccessedMember.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MemberAt.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/UnderlyingType.h"
#include "passes/target/NativeLayout.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"
#include "llvm/Support/FormatVariadic.h"
#include <set>

using namespace llvm;

namespace bpf {

namespace {
/// A struct with another layout, and what to report where it is read.
struct Misfit {
  const DICompositeType *Struct = nullptr;
  uint64_t Same = 0; ///< the bytes that are right all the same
  std::string Why;
  std::string Remedy;
};
} // namespace

static bool fits(const DICompositeType &Struct, const NativeLayout &Row) {
  return Struct.getSizeInBits() / 8 == Row.Bytes && any_of(Struct.getElements(), [&](const DINode *Each) {
           const auto *Member = dyn_cast<DIDerivedType>(Each);
           return Member && Member->getName() == Row.Member && Member->getOffsetInBits() / 8 == Row.Offset;
         });
}

static std::optional<Misfit> anotherMachine(const DICompositeType &Struct, const NativeLayout &Row, const Target &T) {
  if (!Row.isOfRegisters() || Row.Macro == T.architecture().Macro || !fits(Struct, Row))
    return std::nullopt;
  return Misfit{&Struct, 0, formatv("as on {0}, but the program is for {1}", Row.Machine, T.architecture().Machine),
                formatv("use --arch={0} to compile for that machine, or PT_REGS_PARM1() and similar macros of "
                        "bpf_tracing.h, which suit each",
                        Row.Machine)};
}

static std::optional<Misfit> anotherHeader(const DICompositeType &Struct, const NativeLayout &Row, const Target &T) {
  if (Row.isOfRegisters() || Row.Machine != T.architecture().Machine || !Struct.getFile() ||
      !StringRef(fileOf(*Struct.getFile())).ends_with(Row.Header))
    return std::nullopt;
  return Misfit{
      &Struct, Row.Same,
      formatv("but its layout differs on {0}: <{1}> tests a macro that is not defined for BPF", Row.Machine,
              Row.Header),
      formatv(
          "use --target={0} to read the header as that machine does, or vmlinux.h for what the kernel also declares",
          T.architecture().Multiarch)};
}

/// One of the kernel's own, which moves between releases: what it shares with user space holds no pointer to another.
static bool isInternal(const DICompositeType &Struct) {
  if (!Struct.getFile() || !Struct.getFile()->getFilename().ends_with("vmlinux.h"))
    return false;
  return any_of(Struct.getElements(), [](const DINode *Each) {
    const auto *Member = dyn_cast<DIDerivedType>(Each);
    const auto *Pointee = Member ? dyn_cast_or_null<DICompositeType>(pointeeOf(Member->getBaseType())) : nullptr;
    return Pointee && Pointee->getTag() == dwarf::DW_TAG_structure_type;
  });
}

static std::optional<Misfit> misfit(const DICompositeType &Struct, const Target &T) {
  for (const NativeLayout &Row : nativeLayouts())
    if (Row.Type == Struct.getName() && Row.Macro == T.architecture().Macro && fits(Struct, Row))
      return std::nullopt;
  for (const NativeLayout &Row : nativeLayouts()) {
    if (Row.Type != Struct.getName())
      continue;
    if (std::optional<Misfit> Found = anotherMachine(Struct, Row, T))
      return Found;
    if (std::optional<Misfit> Found = anotherHeader(Struct, Row, T))
      return Found;
  }
  if (!T.hasNativeFrontEnd() || !isInternal(Struct))
    return std::nullopt;
  return Misfit{
      &Struct, 0, "at the offset of this vmlinux.h, which may differ on other kernels",
      "remove --target=: vmlinux.h already has this machine's layout, and is relocated only when compiled for BPF"};
}

static StringMap<Misfit> misfits(const Module &M, const Target &T) {
  StringMap<Misfit> Found;
  DebugInfoFinder All;
  All.processModule(M);
  for (const DIType *Each : All.types()) {
    const auto *Struct = dyn_cast<DICompositeType>(Each);
    if (Struct && Struct->getTag() == dwarf::DW_TAG_structure_type && !Struct->isForwardDecl())
      if (std::optional<Misfit> Wrong = misfit(*Struct, T))
        Found.try_emplace(Struct->getName(), *Wrong);
  }
  return Found;
}

/// The addresses through which a program reads, or lets a helper read.
static SmallVector<const Value *, 4> readThrough(const Instruction &I) {
  if (const auto *Load = dyn_cast<LoadInst>(&I))
    return {Load->getPointerOperand()};
  SmallVector<const Value *, 4> Given;
  if (const auto *Call = dyn_cast<CallBase>(&I); Call && !isa<IntrinsicInst>(Call))
    copy_if(Call->args(), std::back_inserter(Given), [](const Use &Each) { return isa<GEPOperator>(Each); });
  return Given;
}

static Finding findingFor(const Instruction &I, const Misfit &Of, uint64_t Byte) {
  std::string Member = memberAt(Of.Struct, Byte);
  Finding Found = findingAt(I, Check::NativeTypes, Severity::Fragile,
                            formatv("'struct {0}' is read at byte {1}, {2}{3}{4}", Of.Struct->getName(), Byte, Member,
                                    Member.empty() ? "" : ", ", Of.Why));
  Found.Notes.push_back({Of.Remedy, {}});
  return Found;
}

void checkNativeTypes(const Module &M, const Target &T, Report R) {
  StringMap<Misfit> Wrong = misfits(M, T);
  if (Wrong.empty())
    return;
  Reach Looked(M);
  std::set<std::pair<StringRef, uint64_t>> Reported;
  for (const Function &F : M) {
    if (F.isDeclaration() || Looked.of(F) == Reached::Never)
      continue;
    StackVariables Names = stackVariables(F);
    for (const Instruction &I : instructions(F))
      for (const Value *Pointer : readThrough(I)) {
        std::optional<AccessedMember> Read = accessedMember(I, *Pointer, Names);
        auto Of = Read ? Wrong.find(Read->Struct) : Wrong.end();
        if (Of != Wrong.end() && Read->Byte >= Of->second.Same && Reported.insert({Of->first(), Read->Byte}).second)
          R(findingFor(I, Of->second, Read->Byte));
      }
  }
}

} // namespace bpf
