// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A debug record names the variable of a value; without one, the memory that it is read from has a name.
#include "passes/analysis/ValueName.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/MemberAt.h"
#include "passes/analysis/UnderlyingType.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Instructions.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

static const DILocalVariable *variableOf(const Value &V) {
  for (const DbgVariableRecord *Each : findDVRDeclares(const_cast<Value *>(&V)))
    return Each->getVariable();
  SmallVector<DbgVariableRecord *, 4> Records;
  findDbgValues(const_cast<Value *>(&V), Records);
  for (const DbgVariableRecord *Each : Records)
    // What libbpf's macros declare begins like this.
    if (!Each->getVariable()->getName().starts_with("__"))
      return Each->getVariable();
  return nullptr;
}

/// The variable of a value, or of the same value in another width.
static const DILocalVariable *variableOfAnyWidth(const Value &V) {
  if (const DILocalVariable *Variable = variableOf(V))
    return Variable;
  for (const User *Each : V.users())
    if (isa<CastInst>(Each))
      if (const DILocalVariable *Wider = variableOf(*Each))
        return Wider;
  return nullptr;
}

static std::string memoryName(const LoadInst &Load) {
  std::optional<AddressBehind> At = addressBehind(*Load.getPointerOperand(), Load.getDataLayout());
  if (!At)
    return "";
  if (const auto *Global = dyn_cast<GlobalVariable>(At->Base))
    return formatv("'{0}'", Global->getName());
  const DILocalVariable *Pointer = variableOf(*At->Base);
  std::string Where = Pointer ? memberAt(pointeeOf(Pointer->getType()), At->Bytes) : "";
  return StringRef(Where).starts_with("in ") ? formatv("{0} of '{1}'", Where.substr(3), Pointer->getName()).str() : "";
}

std::string valueName(const Value &V) {
  if (const DILocalVariable *Variable = variableOfAnyWidth(V))
    return formatv("'{0}'", Variable->getName());
  if (const auto *Cast = dyn_cast<CastInst>(&V))
    return valueName(*Cast->getOperand(0));
  if (const auto *Load = dyn_cast<LoadInst>(&V))
    return memoryName(*Load);
  if (const auto *Call = dyn_cast<CallBase>(&V))
    if (const Helper *Called = calledHelper(*Call))
      return formatv("the return value of bpf_{0}()", Called->Name);
  return "";
}

} // namespace bpf
