// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A helper gets a pointer to a local, which debug information has the type of, or returns one to a value.
#include "passes/transform/MapUses.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/StackVariables.h"
#include "passes/analysis/UnderlyingType.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

uint64_t bytesOf(const DIType *Type) {
  const DIType *Real = underlyingType(Type);
  return Real ? Real->getSizeInBits() / 8 : 0;
}

DIType *withoutQualifiers(DIType *Type) {
  while (auto *Derived = dyn_cast_or_null<DIDerivedType>(Type)) {
    if (Derived->getTag() != dwarf::DW_TAG_const_type && Derived->getTag() != dwarf::DW_TAG_volatile_type)
      break;
    Type = Derived->getBaseType();
  }
  return Type;
}

namespace {

/// What the uses of a map say of its key, or of its value.
class Agreement {
public:
  explicit Agreement(uint64_t Bytes) : Bytes(Bytes) {}

  void add(DIType *Type) {
    Type = withoutQualifiers(Type);
    const DIType *Real = underlyingType(Type);
    if (!Real) // void
      return;
    Agrees &= bytesOf(Type) == Bytes && (!First || underlyingType(First) == Real);
    if (!First)
      First = Type;
  }

  DIType *type() const { return Agrees ? First : nullptr; }

private:
  uint64_t Bytes;
  DIType *First = nullptr;
  bool Agrees = true;
};

} // namespace

/// The variables that hold the result of a call, as optimisation left them or in their places on the stack.
static void addResult(CallBase &Call, const StackVariables &Names, Agreement &Value) {
  auto AddPointee = [&](const DILocalVariable *Variable) {
    const auto *Pointer = dyn_cast_or_null<DIDerivedType>(underlyingType(Variable->getType()));
    if (Pointer && Pointer->getTag() == dwarf::DW_TAG_pointer_type)
      Value.add(Pointer->getBaseType());
  };
  SmallVector<DbgVariableRecord *> Records;
  findDbgUsers(&Call, Records);
  for (const DbgVariableRecord *Each : Records)
    if (!Each->isDbgDeclare() && Each->getExpression()->getNumElements() == 0)
      AddPointee(Each->getVariable());
  for (const User *Each : Call.users())
    if (const auto *Store = dyn_cast<StoreInst>(Each); Store && Store->getValueOperand() == &Call)
      if (const DILocalVariable *Variable = Names.lookup(Store->getPointerOperand()))
        AddPointee(Variable);
}

static void addArgument(const Value &Pointer, const StackVariables &Names, Agreement &To) {
  if (const DILocalVariable *Variable = Names.lookup(Pointer.stripPointerCasts()))
    To.add(Variable->getType());
}

KeyAndValue typesByUse(const LegacyMap &Map) {
  Agreement Key(Map.KeyBytes), Value(Map.ValueBytes);
  for (const User *Each : Map.Variable->users()) {
    auto *Call = dyn_cast<CallBase>(const_cast<User *>(Each));
    const Helper *Called = Call ? calledHelper(*Call) : nullptr;
    if (!Called || Call->arg_empty() || Call->getArgOperand(0) != Map.Variable ||
        Called->argument(0).Kind != ArgumentKind::Map)
      continue;
    StackVariables Names = stackVariables(*Call->getFunction());
    for (unsigned I = 1; I != Call->arg_size(); ++I)
      if (ArgumentKind Kind = Called->argument(I).Kind; Kind == ArgumentKind::Key || Kind == ArgumentKind::Value)
        addArgument(*Call->getArgOperand(I), Names, Kind == ArgumentKind::Key ? Key : Value);
    if (Called->Name.starts_with("map_lookup"))
      addResult(*Call, Names, Value);
  }
  return {Key.type(), Value.type()};
}

} // namespace bpf
