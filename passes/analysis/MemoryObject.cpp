// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Variables have types, values of maps their definition, and what is reserved has a size that is an argument.
#include "passes/analysis/MemoryObject.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MapType.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

static std::optional<MemoryObject> stackObject(const AllocaInst &Memory, const StackVariables &Names) {
  std::optional<TypeSize> Size = Memory.getAllocationSize(Memory.getDataLayout());
  if (!Size || !Memory.isStaticAlloca())
    return std::nullopt;
  const DILocalVariable *Variable = Names.lookup(&Memory);
  if (!Variable)
    return MemoryObject{Size->getFixedValue(), "the variable", false, {}};
  Note Declared{formatv("'{0}' is declared here", Variable->getName()), declarationOf(*Variable)};
  return MemoryObject{Size->getFixedValue(), formatv("'{0}'", Variable->getName()), false, std::move(Declared)};
}

static std::optional<MemoryObject> globalObject(const GlobalVariable &Variable) {
  if (!isGlobalData(Variable) || Variable.isDeclaration())
    return std::nullopt;
  uint64_t Bytes = Variable.getDataLayout().getTypeAllocSize(Variable.getValueType()).getFixedValue();
  Place Where = declarationOf(Variable);
  std::optional<Note> Declared;
  if (Where.Line)
    Declared = Note{nameOf(Variable) + " is declared here", std::move(Where)};
  return MemoryObject{Bytes, nameOf(Variable), false, std::move(Declared)};
}

/// Memory as large as a constant that the call gets.
static std::optional<MemoryObject> ofConstantSize(const CallBase &Call, const KernelCall &Called) {
  const auto *Size =
      find_if(Called.Arguments, [](const ArgumentRule &Each) { return Each.Kind == ArgumentKind::ConstantSize; });
  const auto *Bytes = Size == Called.Arguments.end()
                          ? nullptr
                          : dyn_cast<ConstantInt>(Call.getArgOperand(Size - Called.Arguments.begin()));
  return Bytes ? std::optional(
                     MemoryObject{Bytes->getZExtValue(), "the slice", true, Note{"it is made here", placeOf(Call)}})
               : std::nullopt;
}

/// A value of a map, a record of a ring buffer, or a slice of a dynptr.
static std::optional<MemoryObject> resultObject(const CallBase &Call) {
  std::optional<KernelCall> Called = kernelCall(Call);
  if (!Called)
    return std::nullopt;
  if (Called->Result.Kind == ResultKind::Memory)
    return ofConstantSize(Call, *Called);
  if (Called->Result.Kind == ResultKind::Record) {
    const auto *Bytes = dyn_cast<ConstantInt>(Call.getArgOperand(1));
    return Bytes ? std::optional(MemoryObject{Bytes->getZExtValue(), "the record", true,
                                              Note{"it is reserved here", placeOf(Call)}})
                 : std::nullopt;
  }
  if (Called->Result.Kind != ResultKind::MapValue || Called->argument(0).Kind != ArgumentKind::Map)
    return std::nullopt;
  const auto *Map = dyn_cast<GlobalVariable>(Call.getArgOperand(0)->stripPointerCasts());
  std::optional<MapType> Type = Map ? mapTypeOf(*Map) : std::nullopt;
  if (!Type || !Type->ValueBytes || Type->Inner)
    return std::nullopt;
  return MemoryObject{*Type->ValueBytes, formatv("a value of '{0}'", Map->getName()), true,
                      Note{formatv("'{0}' is defined here", Map->getName()), declarationOf(*Map)}};
}

std::optional<MemoryObject> memoryObject(const Value &Base, const StackVariables &Names) {
  if (const auto *Memory = dyn_cast<AllocaInst>(&Base))
    return stackObject(*Memory, Names);
  if (const auto *Variable = dyn_cast<GlobalVariable>(&Base))
    return globalObject(*Variable);
  const auto *Call = dyn_cast<CallBase>(&Base);
  return Call ? resultObject(*Call) : std::nullopt;
}

} // namespace bpf
