// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A helper reads or writes as many bytes as its map's key or value, its own rule or its size argument has
// (-Wbpf-argument-size). Where fewer follow the address in the whole variable, it accesses what lies behind it, which
// the verifier accepts on the stack and in global data: it knows frames and sections, no variables. It knows where a
// map's value and a record of a ring buffer end: check_helper_mem_access() in kernel/bpf/verifier.c.
#include "passes/RunChecks.h"
#include "passes/analysis/ArgumentMemory.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MapType.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/StackVariables.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// What an address points into.
struct Object {
  uint64_t Bytes;
  std::string Name; ///< as the source calls it
  bool IsBounded;   ///< the verifier knows where it ends
  std::optional<Note> Declared;
};

} // namespace

static std::optional<Object> stackObject(const AllocaInst &Memory, const StackVariables &Names) {
  std::optional<TypeSize> Size = Memory.getAllocationSize(Memory.getDataLayout());
  if (!Size || !Memory.isStaticAlloca())
    return std::nullopt;
  const DILocalVariable *Variable = Names.lookup(&Memory);
  if (!Variable)
    return Object{Size->getFixedValue(), "the variable", false, {}};
  Note Declared{formatv("'{0}' is declared here", Variable->getName()), declarationOf(*Variable)};
  return Object{Size->getFixedValue(), formatv("'{0}'", Variable->getName()), false, std::move(Declared)};
}

static std::optional<Object> globalObject(const GlobalVariable &Variable) {
  if (!isGlobalData(Variable) || Variable.isDeclaration())
    return std::nullopt;
  uint64_t Bytes = Variable.getDataLayout().getTypeAllocSize(Variable.getValueType()).getFixedValue();
  Place Where = declarationOf(Variable);
  std::optional<Note> Declared;
  if (Where.Line)
    Declared = Note{nameOf(Variable) + " is declared here", std::move(Where)};
  return Object{Bytes, nameOf(Variable), false, std::move(Declared)};
}

/// A value of a map, or a record of a ring buffer.
static std::optional<Object> resultObject(const CallBase &Call) {
  const Helper *Called = calledHelper(Call);
  if (!Called)
    return std::nullopt;
  if (Called->Result.Kind == ResultKind::Record) {
    const auto *Bytes = dyn_cast<ConstantInt>(Call.getArgOperand(1));
    return Bytes ? std::optional(
                       Object{Bytes->getZExtValue(), "the record", true, Note{"it is reserved here", placeOf(Call)}})
                 : std::nullopt;
  }
  if (Called->Result.Kind != ResultKind::MapValue || Called->argument(0).Kind != ArgumentKind::Map)
    return std::nullopt;
  const auto *Map = dyn_cast<GlobalVariable>(Call.getArgOperand(0)->stripPointerCasts());
  std::optional<MapType> Type = Map ? mapTypeOf(*Map) : std::nullopt;
  if (!Type || !Type->ValueBytes || Type->Inner)
    return std::nullopt;
  return Object{*Type->ValueBytes, formatv("a value of '{0}'", Map->getName()), true,
                Note{formatv("'{0}' is defined here", Map->getName()), declarationOf(*Map)}};
}

static std::optional<Object> objectAt(const Value &Base, const StackVariables &Names) {
  if (const auto *Memory = dyn_cast<AllocaInst>(&Base))
    return stackObject(*Memory, Names);
  if (const auto *Variable = dyn_cast<GlobalVariable>(&Base))
    return globalObject(*Variable);
  const auto *Call = dyn_cast<CallBase>(&Base);
  return Call ? resultObject(*Call) : std::nullopt;
}

/// "a key of 'ports' has 4": what the memory has to have.
static std::string wantedText(const CallBase &Call, const ArgumentMemory &Memory, uint64_t Wanted) {
  bool IsOfMap =
      Memory.Kind == ArgumentKind::Key || Memory.Kind == ArgumentKind::Value || Memory.Kind == ArgumentKind::NewValue;
  if (IsOfMap)
    return formatv("a {0} of '{1}' has {2}", Memory.Kind == ArgumentKind::Key ? "key" : "value",
                   Call.getArgOperand(0)->stripPointerCasts()->getName(), Wanted);
  return formatv("{0}() {1} {2}", Memory.By, Memory.Read ? "reads" : "writes", Wanted);
}

static std::string messageFor(const Object &Given, uint64_t Offset, const std::string &Wanted) {
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
  std::optional<Object> Given = Address && !Address->IsRelocated ? objectAt(*Address->Base, Names) : std::nullopt;
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

void checkArgumentSize(const Module &M, const Target &, Report R) {
  Reach Looked(M);
  for (const Function &F : M) {
    if (Looked.of(F) == Reached::Never)
      continue;
    StackVariables Names = stackVariables(F);
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      if (!Call || !calledHelper(*Call))
        continue;
      for (unsigned Argument = 0; Argument != Call->arg_size(); ++Argument)
        if (Call->getArgOperand(Argument)->getType()->isPointerTy())
          checkArgument(*Call, Argument, Names, Looked, R);
    }
  }
}

} // namespace bpf
