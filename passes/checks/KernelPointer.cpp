// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Registers of a probe, arguments of a tracepoint and what bpf_get_current_task() returns are numbers for the verifier:
// it rejects an access through one ("invalid mem access 'scalar'"), and wants a helper that may fail
// (-Wbpf-kernel-pointer). Of a user's process they are addresses that the helper for the kernel does not read.
#include "passes/RunChecks.h"
#include "passes/analysis/ContextParameter.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/ValueName.h"
#include "passes/target/Target.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/IntrinsicsBPF.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// The value that an address is computed from by adding constants and offsets, whatever its type.
static const Value &originOf(const Value &Address) {
  const Value *From = &Address;
  while (true) {
    const auto *Step = dyn_cast<Operator>(From);
    const auto *Fence = dyn_cast<IntrinsicInst>(From);
    if (isa<IntToPtrInst>(From) || isa<GEPOperator>(From))
      From = Step->getOperand(0);
    else if (Step && Step->getOpcode() == Instruction::Add && isa<ConstantInt>(Step->getOperand(1)))
      From = Step->getOperand(0);
    else if (Fence && Fence->getIntrinsicID() == Intrinsic::bpf_passthrough)
      From = Fence->getArgOperand(1);
    else
      return *From;
  }
}

/// The types whose contexts hold numbers alone. A writable tracepoint has a buffer that it may access.
static bool hasNumbersAlone(const Function &F, const Target &T) {
  const ProgramSection *Section = loadedSectionOf(F, T);
  if (!Section)
    return false;
  ProgramTypeId Type = Section->type().Id;
  return Type == ProgramTypeId::Kprobe || Type == ProgramTypeId::Tracepoint || Type == ProgramTypeId::RawTracepoint ||
         Type == ProgramTypeId::PerfEvent;
}

static bool isCurrentTask(const Value &V) {
  const auto *Call = dyn_cast<CallBase>(&V);
  const Helper *Called = Call ? calledHelper(*Call) : nullptr;
  return Called && Called->Name == "get_current_task";
}

static bool isOfContext(const Value &V) {
  const auto *Load = dyn_cast<LoadInst>(&V);
  return Load && Load->getType()->getPrimitiveSizeInBits() != 32 && contextAccess(*Load);
}

/// True for programs whose registers or arguments are those of a user's process.
static bool isOfUser(StringRef Section) {
  static constexpr StringLiteral Users[] = {"uprobe", "uretprobe", "usdt"};
  Section.consume_front("?");
  return any_of(Users, [&](StringRef Each) { return Section.starts_with(Each); }) ||
         Section.starts_with("tracepoint/syscalls/sys_enter") || Section.starts_with("tp/syscalls/sys_enter");
}

static SmallVector<const Value *, 2> accessedBy(const Instruction &I) {
  if (const Value *Pointer = getLoadStorePointerOperand(&I))
    return {Pointer};
  if (const auto *Copy = dyn_cast<MemTransferInst>(&I))
    return {Copy->getRawSource(), Copy->getRawDest()};
  return {};
}

static std::string remedyFor(const Function &F, bool IsTask) {
  if (isOfUser(F.getSection()) && !IsTask)
    return "read it with bpf_probe_read_user() or BPF_CORE_READ_USER()";
  return IsTask ? "read it with BPF_CORE_READ() or bpf_probe_read_kernel(), or get the task with "
                  "bpf_get_current_task_btf()"
                : "read it with BPF_CORE_READ() or bpf_probe_read_kernel()";
}

static void checkAccess(const Instruction &I, bool HasNumbersAlone, Report R) {
  for (const Value *Pointer : accessedBy(I)) {
    const Value &Origin = originOf(*Pointer);
    bool IsTask = isCurrentTask(Origin);
    if (!IsTask && !(HasNumbersAlone && isOfContext(Origin)))
      continue;
    std::string Name = valueName(Origin);
    Finding Found =
        findingAt(I, Check::KernelPointer, Severity::Rejected,
                  formatv("{0} is an address that the kernel does not know as a pointer, and is accessed directly",
                          Name.empty() ? "what the program is called with" : Name));
    Found.Notes.push_back({remedyFor(*I.getFunction(), IsTask), {}});
    R(std::move(Found));
    return;
  }
}

/// The helper for the kernel's memory, with an address of a user's process.
static void checkHelper(const Instruction &I, Report R) {
  const auto *Call = dyn_cast<CallBase>(&I);
  const Helper *Called = Call ? calledHelper(*Call) : nullptr;
  bool IsString = Called && Called->Name == "probe_read_kernel_str";
  if (!Called || (Called->Name != "probe_read_kernel" && !IsString) || Call->arg_size() != 3)
    return;
  const Value &Origin = originOf(*Call->getArgOperand(2));
  if (!isOfContext(Origin))
    return;
  std::string Name = valueName(Origin);
  Finding Found = findingAt(I, Check::KernelPointer, Severity::Fragile,
                            formatv("{0} is an address in user space: bpf_{1}() reads nothing there",
                                    Name.empty() ? "what the program is called with" : Name, Called->Name));
  Found.Notes.push_back({formatv("use bpf_probe_read_user{0}()", IsString ? "_str" : ""), {}});
  R(std::move(Found));
}

void checkKernelPointer(const Module &M, const Target &T, Report R) {
  Reach Looked(M);
  for (const Function &F : M) {
    if (Looked.of(F) == Reached::Never)
      continue;
    bool HasNumbersAlone = hasNumbersAlone(F, T);
    for (const Instruction &I : instructions(F)) {
      if (Looked.of(I) == Reached::Surely)
        checkAccess(I, HasNumbersAlone, R);
      if (HasNumbersAlone && isOfUser(F.getSection()))
        checkHelper(I, R);
    }
  }
}

} // namespace bpf
