// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program can read constants, slices of bpf_dynptr_slice(), sockets and structures of the kernel, and in some program
// types the packet, but not write them: check_mem_access() and may_access_direct_pkt_data() in kernel/bpf/verifier.c
// (-Wbpf-read-only).
#include "passes/RunChecks.h"
#include "passes/analysis/CertainPath.h"
#include "passes/analysis/ContextParameter.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/PacketAddress.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/ValueName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicsBPF.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// What is written, for the message: "'limits', a constant".
struct Written {
  std::string What;
  std::string Remedy = {};
};

} // namespace

/// What an address is computed from; the offset may be relocated.
static const Value &baseOf(const Value &Address) {
  if (const auto *Step = dyn_cast<GEPOperator>(&Address))
    return baseOf(*Step->getPointerOperand());
  if (isa<IntToPtrInst, FreezeInst>(Address))
    return baseOf(*cast<Instruction>(Address).getOperand(0));
  if (const auto *Call = dyn_cast<CallBase>(&Address); Call && Call->getIntrinsicID() == Intrinsic::bpf_passthrough)
    return baseOf(*Call->getArgOperand(1));
  return Address;
}

/// True for a pointer that the program got from its arguments, or found in what they point to.
static bool isFromArguments(const Value &Pointer, unsigned Depth = 0) {
  constexpr unsigned Deep = 4;
  const auto *Load = dyn_cast<LoadInst>(&Pointer);
  return Load && Depth < Deep &&
         (contextAccess(*Load) || isFromArguments(baseOf(*Load->getPointerOperand()), Depth + 1));
}

/// The types that get pointers to structures of the kernel, with their BTF.
static bool getsKernelStructures(const ProgramSection &Section) {
  return isAmong(Section, "tp_btf fentry fentry.s fexit fexit.s fmod_ret fmod_ret.s lsm lsm.s netfilter");
}

static bool readsPacketOnly(const ProgramSection &Section) {
  static constexpr StringLiteral Types[] = {"LWT_IN",       "LWT_OUT",        "LWT_SEG6LOCAL",
                                            "SK_REUSEPORT", "FLOW_DISSECTOR", "CGROUP_SKB"};
  return is_contained(Types, Section.Type);
}

static std::string named(const Value &V, StringRef What) {
  std::string Name = valueName(V);
  return Name.empty() ? What.str() : formatv("{0}, {1}", Name, What).str();
}

static std::optional<Written> fromResult(const CallBase &Call) {
  std::optional<KernelCall> Called = kernelCall(Call);
  if (!Called)
    return std::nullopt;
  if (Called->Name == "bpf_dynptr_slice")
    return Written{named(Call, "a slice that can only be read"), "call bpf_dynptr_slice_rdwr() instead"};
  if (Called->Result.Kind == ResultKind::Socket)
    return Written{named(Call, "a socket of the kernel")};
  return std::nullopt;
}

static std::optional<Written> readOnlyMemory(const Value &Address, const Function &F) {
  const Value &Base = baseOf(Address);
  if (const auto *Variable = dyn_cast<GlobalVariable>(&Base)) {
    bool IsConstant = Variable->isConstant() && isGlobalData(*Variable) &&
                      (!Variable->hasSection() || Variable->getSection().starts_with(".rodata"));
    return IsConstant ? std::optional(Written{nameOf(*Variable) + ", a constant", "define it without const"})
                      : std::nullopt;
  }
  if (const auto *Call = dyn_cast<CallBase>(&Base))
    return fromResult(*Call);
  const ProgramSection *Section = programSectionOf(F);
  if (Section && readsPacketOnly(*Section) && packetAddress(Address))
    return Written{formatv("the packet, which programs in section '{0}' can only read", F.getSection())};
  if (Section && getsKernelStructures(*Section) && isFromArguments(Base))
    return Written{"a structure of the kernel"};
  return std::nullopt;
}

static void check(const Instruction &I, const Value &Address, const std::string &By, CertainPaths &Paths, Report R) {
  std::optional<Written> Found = readOnlyMemory(Address, *I.getFunction());
  if (!Found || !Paths.to(I, {nullptr, [](const PathTest &) { return Passes::IfOpen; }}))
    return;
  Finding Said = findingAt(I, Check::ReadOnly, Severity::Rejected, formatv("{0} to {1}", By, Found->What));
  if (!Found->Remedy.empty())
    Said.Notes.push_back({Found->Remedy, {}});
  R(std::move(Said));
}

void checkReadOnly(const Module &M, const Target &T, Report R) {
  using enum ArgumentKind;
  CertainPaths Paths(M);
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      if (const auto *Store = dyn_cast<StoreInst>(&I))
        check(I, *Store->getPointerOperand(), "this writes", Paths, R);
      if (const auto *Atomic = dyn_cast<AtomicRMWInst>(&I))
        check(I, *Atomic->getPointerOperand(), "this writes", Paths, R);
      const auto *Call = dyn_cast<CallBase>(&I);
      std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt;
      for (unsigned Each = 0; Called && Each < Call->arg_size(); ++Each)
        if (is_contained({Writes, Updates, NewValue}, Called->argument(Each).Kind))
          check(I, *Call->getArgOperand(Each), formatv("{0}() writes", Called->Name), Paths, R);
    }
}

} // namespace bpf
