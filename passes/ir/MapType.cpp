// A map is a variable of a struct whose members are pointers: their types carry the numbers.
#include "passes/ir/MapType.h"
#include "passes/ir/UnderlyingType.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"

using namespace llvm;

namespace bpf {

/// The N of `int (*key_size)[N]`.
static std::optional<uint64_t> elements(const DIType *Type) {
  const auto *Array = dyn_cast_or_null<DICompositeType>(Type);
  if (!Array || Array->getTag() != dwarf::DW_TAG_array_type || Array->getElements().size() != 1)
    return std::nullopt;
  const auto *Range = dyn_cast<DISubrange>(Array->getElements()[0]);
  const auto *Count = Range ? dyn_cast_if_present<ConstantInt *>(Range->getCount()) : nullptr;
  return Count ? std::optional(Count->getZExtValue()) : std::nullopt;
}

std::optional<MapType> mapTypeOf(const Value &Map) {
  const auto *Variable = dyn_cast<GlobalVariable>(Map.stripPointerCasts());
  if (!Variable || Variable->getSection() != ".maps")
    return std::nullopt;
  SmallVector<DIGlobalVariableExpression *, 1> Described;
  Variable->getDebugInfo(Described);
  const auto *Struct = Described.empty()
                           ? nullptr
                           : dyn_cast_or_null<DICompositeType>(underlyingType(Described[0]->getVariable()->getType()));
  if (!Struct)
    return std::nullopt;
  MapType Result;
  for (const DINode *Each : Struct->getElements()) {
    const auto *Member = dyn_cast<DIDerivedType>(Each);
    const DIType *Of = Member ? pointeeOf(Member->getBaseType()) : nullptr;
    if (!Of)
      continue;
    if (Member->getName() == "key")
      Result.KeyBytes = Of->getSizeInBits() / 8;
    else if (Member->getName() == "value")
      Result.ValueBytes = Of->getSizeInBits() / 8;
    else if (Member->getName() == "key_size")
      Result.KeyBytes = elements(Of);
    else if (Member->getName() == "value_size")
      Result.ValueBytes = elements(Of);
  }
  return Result;
}

} // namespace bpf
