// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An annotation is a variable of struct ____btf_map_NAME { K key; V value; } in section .maps.NAME.
#include "passes/transform/KeyAndValueTypes.h"
#include "passes/analysis/UnderlyingType.h"
#include "passes/transform/MapUses.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/DIBuilder.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Transforms/Utils/ModuleUtils.h"
#include <linux/bpf.h>

using namespace llvm;

namespace bpf {

static GlobalVariable *annotation(StringRef Map, Module &M) { return M.getNamedGlobal(("____btf_map_" + Map).str()); }

void dropAnnotation(StringRef Map, Module &M) {
  GlobalVariable *Variable = annotation(Map, M);
  if (!Variable)
    return;
  removeFromUsedLists(M, [&](Constant *C) { return C->stripPointerCasts() == Variable; });
  Variable->removeDeadConstantUsers();
  if (Variable->use_empty())
    Variable->eraseFromParent();
}

static KeyAndValue annotated(const LegacyMap &Map, Module &M, Report R) {
  KeyAndValue Result;
  StringRef Name = Map.Variable->getName();
  const GlobalVariable *Variable = annotation(Name, M);
  const auto *Struct = dyn_cast_or_null<DICompositeType>(Variable ? typeOf(*Variable) : nullptr);
  if (!Struct)
    return Result;
  for (DINode *Each : Struct->getElements())
    if (auto *Member = dyn_cast<DIDerivedType>(Each))
      (Member->getName() == "key" ? Result.Key : Result.Value) = withoutQualifiers(Member->getBaseType());
  uint64_t Key = bytesOf(Result.Key), Value = bytesOf(Result.Value);
  if (Key == Map.KeyBytes && Value == Map.ValueBytes)
    return Result;
  R(findingAtDefinition(
      *Map.Variable, Severity::Fragile,
      formatv("'{0}' is annotated with a key of {1} bytes and a value of {2}, but defined with {3} and {4}", Name, Key,
              Value, Map.KeyBytes, Map.ValueBytes),
      "the kernel rejects such types; they are omitted"));
  return {};
}

static DIType *integer(Module &M, StringRef Name, dwarf::TypeKind Encoding) {
  return DIBasicType::get(M.getContext(), dwarf::DW_TAG_base_type, Name, 32, 0, Encoding, DINode::FlagZero);
}

/// What the kernel asks of the key of an array (array_map_check_btf), which is the same for all of them.
static DIType *indexType(DIType *ByUse, Module &M) {
  const auto *Basic = dyn_cast_or_null<DIBasicType>(underlyingType(ByUse));
  bool IsInteger =
      Basic && (Basic->getEncoding() == dwarf::DW_ATE_signed || Basic->getEncoding() == dwarf::DW_ATE_unsigned);
  return IsInteger ? ByUse : integer(M, "unsigned int", dwarf::DW_ATE_unsigned);
}

static DIType *bytes(Module &M, uint64_t Count) {
  DIBuilder Builder(M);
  DIType *Byte = Builder.createBasicType("unsigned char", 8, dwarf::DW_ATE_unsigned_char);
  return Builder.createArrayType(Count * 8, 8, Byte, Builder.getOrCreateArray({Builder.getOrCreateSubrange(0, Count)}));
}

static bool isStruct(const DIType *Type) {
  const auto *Struct = dyn_cast_or_null<DICompositeType>(underlyingType(Type));
  return Struct && Struct->getTag() == dwarf::DW_TAG_structure_type;
}

KeyAndValue typesOf(const LegacyMap &Map, Module &M, Report R) {
  KeyAndValue Types = annotated(Map, M, R);
  if (!Types.Value)
    Types = typesByUse(Map);
  switch (Map.Type) {
  case BPF_MAP_TYPE_ARRAY:
  case BPF_MAP_TYPE_PERCPU_ARRAY:
    Types.Key = indexType(Types.Key, M);
    break;
  case BPF_MAP_TYPE_LPM_TRIE: // trie_check_btf
    if (!isStruct(Types.Key))
      return {};
    break;
  case BPF_MAP_TYPE_SK_STORAGE:
  case BPF_MAP_TYPE_INODE_STORAGE:
  case BPF_MAP_TYPE_TASK_STORAGE: // bpf_local_storage_map_check_btf; never without types
    Types.Key = integer(M, "int", dwarf::DW_ATE_signed);
    if (!Types.Value)
      Types.Value = bytes(M, Map.ValueBytes);
    break;
  case BPF_MAP_TYPE_HASH:
  case BPF_MAP_TYPE_PERCPU_HASH:
  case BPF_MAP_TYPE_LRU_HASH:
  case BPF_MAP_TYPE_LRU_PERCPU_HASH:
    break;
  default:
    return {};
  }
  return Types.Key && Types.Value ? Types : KeyAndValue();
}

} // namespace bpf
