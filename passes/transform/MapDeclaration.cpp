// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The back end writes the BTF of a variable in .maps from its debug information, and relocations from its initializer.
#include "passes/transform/MapDeclaration.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DIBuilder.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

static constexpr unsigned PointerBits = 64;

namespace {

/// Debug information for declarations that stand on one line.
class Describer {
public:
  Describer(DIBuilder &Builder, DIFile *File, unsigned Line) : Builder(Builder), File(File), Line(Line) {
    Int = Builder.createBasicType("int", 32, dwarf::DW_ATE_signed);
  }

  DIType *describe(const MapDeclaration &Map) {
    SmallVector<Metadata *> Members;
    auto Add = [&](StringRef Name, uint64_t Bits, DIType *Type) {
      Members.push_back(Builder.createMemberType(File, Name, File, Line, Bits, 0, Members.size() * PointerBits,
                                                 DINode::FlagZero, Type));
    };
    for (auto [Name, Number] : Map.Numbers)
      if (Number)
        Add(Name, PointerBits, pointerTo(arrayOf(Int, Number, 32)));
    if (Map.Key)
      Add("key", PointerBits, pointerTo(Map.Key));
    if (Map.Value)
      Add("value", PointerBits, pointerTo(Map.Value));
    uint64_t Bits = Members.size() * PointerBits;
    // An array without a size, the last member of all.
    if (DIType *Held = held(Map))
      Add("values", 0, arrayOf(pointerTo(Held), 0, PointerBits));
    return Builder.createStructType(File, "", File, Line, Bits, PointerBits, DINode::FlagZero, nullptr,
                                    Builder.getOrCreateArray(Members));
  }

private:
  DIType *pointerTo(DIType *Type) { return Builder.createPointerType(Type, PointerBits); }

  DIType *arrayOf(DIType *Type, uint64_t Count, uint64_t Bits) {
    DINodeArray Range = Builder.getOrCreateArray({Builder.getOrCreateSubrange(0, Count)});
    return Builder.createArrayType(Count * Bits, Bits, Type, Range);
  }

  /// What a slot points to; null where there are none to be described.
  DIType *held(const MapDeclaration &Map) {
    if (Map.What == MapDeclaration::Holds::Maps && Map.Inner)
      return describe(*Map.Inner);
    if (Map.What == MapDeclaration::Holds::Programs && !Map.Slots.empty())
      return Builder.createSubroutineType(Builder.getOrCreateTypeArray({Int, pointerTo(nullptr)}));
    return nullptr;
  }

  DIBuilder &Builder;
  DIFile *File;
  unsigned Line;
  DIType *Int;
};

} // namespace

/// As many null pointers as the type has members, and the slots.
static Constant *initializer(LLVMContext &Memory, uint64_t Pointers, const std::map<uint32_t, Constant *> &Slots) {
  auto *Pointer = PointerType::get(Memory, 0);
  SmallVector<Constant *> Values(Pointers, ConstantPointerNull::get(Pointer));
  if (!Slots.empty())
    Values.resize(Pointers + Slots.rbegin()->first + 1, ConstantPointerNull::get(Pointer));
  for (auto [Slot, Held] : Slots)
    Values[Pointers + Slot] = Held;
  return ConstantArray::get(ArrayType::get(Pointer, Values.size()), Values);
}

/// The unit whose variable it is, so that the old description can go.
static DICompileUnit *unitOf(Module &M, const DIGlobalVariableExpression *Described) {
  for (DICompileUnit *Unit : M.debug_compile_units())
    if (is_contained(Unit->getGlobalVariables(), Described))
      return Unit;
  return *M.debug_compile_units_begin();
}

void declareMap(Module &M, GlobalVariable &Old, const MapDeclaration &Map) {
  SmallVector<DIGlobalVariableExpression *, 1> Described;
  Old.getDebugInfo(Described);
  DIGlobalVariable *Source = Described.front()->getVariable();
  DICompileUnit *Unit = unitOf(M, Described.front());
  SmallVector<Metadata *> Others;
  copy_if(Unit->getGlobalVariables(), std::back_inserter(Others),
          [&](const DIGlobalVariableExpression *Each) { return Each != Described.front(); });
  Unit->replaceGlobalVariables(MDTuple::get(M.getContext(), Others));

  DIBuilder Builder(M, /*AllowUnresolved=*/true, Unit);
  DIType *Type = Describer(Builder, Source->getFile(), Source->getLine()).describe(Map);
  Constant *Value = initializer(M.getContext(), Type->getSizeInBits() / PointerBits, Map.Slots);
  // libbpf makes maps in the order that they have in .maps, those first that others hold.
  GlobalVariable *Before = Map.What == MapDeclaration::Holds::Maps ? nullptr : &Old;
  auto *New =
      new GlobalVariable(M, Value->getType(), /*isConstant=*/false, GlobalValue::ExternalLinkage, Value, "", Before);
  New->setSection(".maps");
  New->setAlignment(Align(8));
  New->addDebugInfo(Builder.createGlobalVariableExpression(Unit, Source->getName(), "", Source->getFile(),
                                                           Source->getLine(), Type, /*IsLocalToUnit=*/false));
  Builder.finalize();
  New->takeName(&Old);
  Old.replaceAllUsesWith(New);
  Old.eraseFromParent();
}

} // namespace bpf
