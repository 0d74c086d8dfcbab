// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A helper reads or writes as many bytes as its map's key or value, its own rule or its size argument has
// (-Wbpf-argument-size). Where fewer follow the address in the whole variable, it accesses what lies behind it, which
// the verifier accepts on the stack and in global data: it knows frames and sections, no variables. It knows where a
// map's value and a record of a ring buffer end: check_helper_mem_access() in kernel/bpf/verifier.c.
#include "passes/RunChecks.h"
#include "passes/analysis/ArgumentMemory.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MemoryObject.h"
#include "passes/analysis/PacketAddress.h"
#include "passes/analysis/Reach.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// "a key of 'ports' has 4": what the memory has to have.
static std::string wantedText(const CallBase &Call, const ArgumentMemory &Memory, uint64_t Wanted) {
  bool IsOfMap =
      Memory.Kind == ArgumentKind::Key || Memory.Kind == ArgumentKind::Value || Memory.Kind == ArgumentKind::NewValue;
  if (IsOfMap)
    return formatv("a {0} of '{1}' has {2}", Memory.Kind == ArgumentKind::Key ? "key" : "value",
                   Call.getArgOperand(0)->stripPointerCasts()->getName(), Wanted);
  return formatv("{0}() {1} {2}", Memory.By, Memory.Read ? "reads" : "writes", Wanted);
}

static std::string messageFor(const MemoryObject &Given, uint64_t Offset, const std::string &Wanted) {
  if (!Offset)
    return formatv("{0} has {1} byte{2}, but {3}", Given.Name, Given.Bytes, Given.Bytes == 1 ? "" : "s", Wanted);
  return formatv("{0} has {1} bytes, {2} of them from byte {3} on, but {4}", Given.Name, Given.Bytes,
                 Given.Bytes - std::min(Given.Bytes, Offset), Offset, Wanted);
}

static void checkArgument(const CallBase &Call, unsigned Argument, const StackVariables &Names, const Reach &Looked,
                          Report R) {
  ArgumentMemory Memory = argumentMemory(Call, Argument);
  uint64_t Wanted = Memory.Read.value_or(Memory.Written.value_or(0));
  if (!Wanted || !Memory.IsReadForSure)
    return;
  std::optional<AddressBehind> Address = addressBehind(*Call.getArgOperand(Argument), Call.getDataLayout());
  std::optional<MemoryObject> Given =
      Address && !Address->IsRelocated ? memoryObject(*Address->Base, Names) : std::nullopt;
  if (!Given || Address->Bytes > Given->Bytes || Wanted <= Given->Bytes - Address->Bytes)
    return;
  bool IsRejected = Given->IsBounded && Looked.of(Call) == Reached::Surely;
  Finding Found = findingAt(Call, Check::ArgumentSize, IsRejected ? Severity::Rejected : Severity::Fragile,
                            messageFor(*Given, Address->Bytes, wantedText(Call, Memory, Wanted)));
  if (!Given->IsBounded)
    Found.Notes.push_back({"it accesses what lies behind it in memory, or the kernel rejects that", {}});
  if (Given->Declared)
    Found.Notes.push_back(std::move(*Given->Declared));
  R(std::move(Found));
}

/// True for the context, of which -Wbpf-argument-kind says whether it is that.
static bool isContext(const CallBase &Call, unsigned Argument) {
  const Function *Callee = Call.getCalledFunction();
  return Callee && Argument < Callee->arg_size() && !contextOf(*Callee->getArg(Argument)).empty();
}

/// True for a call of a function that the kernel verifies alone: it may read and write as much as its type says.
static bool callsGlobalFunction(const CallBase &Call) {
  const Function *Callee = Call.getCalledFunction();
  return Callee && !Callee->isDeclaration() && !isVerifiedAtCalls(*Callee);
}

void checkArgumentSize(const Module &M, const Target &, Report R) {
  Reach Looked(M);
  for (const Function &F : M) {
    if (Looked.of(F) == Reached::Never)
      continue;
    StackVariables Names = stackVariables(F);
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      if (!Call || !(calledHelper(*Call) || callsGlobalFunction(*Call)))
        continue;
      for (unsigned Argument = 0; Argument != Call->arg_size(); ++Argument)
        if (Call->getArgOperand(Argument)->getType()->isPointerTy() && !isContext(*Call, Argument))
          checkArgument(*Call, Argument, Names, Looked, R);
    }
  }
}

} // namespace bpf
