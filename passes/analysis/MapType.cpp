// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A map is a variable of a struct whose members are pointers: their types carry the numbers.
#include "passes/analysis/MapType.h"
#include "passes/analysis/UnderlyingType.h"
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

/// The struct of `struct {...} *values[]`.
static const DICompositeType *innerOf(const DIDerivedType &Values) {
  const auto *Array = dyn_cast_or_null<DICompositeType>(underlyingType(Values.getBaseType()));
  const auto *Of = Array && Array->getTag() == dwarf::DW_TAG_array_type
                       ? dyn_cast_or_null<DICompositeType>(pointeeOf(Array->getBaseType()))
                       : nullptr;
  return Of && Of->getTag() == dwarf::DW_TAG_structure_type ? Of : nullptr;
}

static void read(const DIDerivedType &Member, MapType &Result) {
  StringRef Name = Member.getName();
  if (Name == "values") {
    Result.HasValues = true;
    Result.Inner = innerOf(Member);
  }
  const DIType *Of = pointeeOf(Member.getBaseType());
  if (!Of)
    return;
  if (Name == "key")
    Result.KeyBytes = Of->getSizeInBits() / 8;
  else if (Name == "value")
    Result.ValueBytes = Of->getSizeInBits() / 8;
  else if (Name == "key_size")
    Result.KeyBytes = elements(Of);
  else if (Name == "value_size")
    Result.ValueBytes = elements(Of);
  else if (Name == "type")
    Result.Type = elements(Of);
  else if (Name == "max_entries")
    Result.Entries = elements(Of);
  else if (Name == "map_flags")
    Result.Flags = elements(Of);
}

MapType readMapType(const DICompositeType &Definition) {
  MapType Result;
  unsigned Types = 0;
  for (const DINode *Each : Definition.getElements()) {
    const auto *Member = dyn_cast<DIDerivedType>(Each);
    if (!Member || Member->getTag() != dwarf::DW_TAG_member)
      continue;
    Result.Members.push_back(Member);
    Types += Member->getName() == "key" || Member->getName() == "value";
    read(*Member, Result);
  }
  Result.HasTypes = Types == 2;
  return Result;
}

std::optional<MapType> mapTypeOf(const Value &Map) {
  const auto *Variable = dyn_cast<GlobalVariable>(Map.stripPointerCasts());
  if (!Variable || Variable->getSection() != ".maps")
    return std::nullopt;
  const auto *Struct = dyn_cast_or_null<DICompositeType>(typeOf(*Variable));
  return Struct ? std::optional(readMapType(*Struct)) : std::nullopt;
}

} // namespace bpf
