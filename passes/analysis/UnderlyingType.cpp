// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names and qualifiers are derived types like pointers; the tag distinguishes them.
#include "passes/analysis/UnderlyingType.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"

using namespace llvm;

namespace bpf {

const DIType *underlyingType(const DIType *Type) {
  while (const auto *Derived = dyn_cast_or_null<DIDerivedType>(Type)) {
    if (Derived->getTag() == dwarf::DW_TAG_pointer_type)
      break;
    Type = Derived->getBaseType();
  }
  return Type;
}

const DIType *pointeeOf(const DIType *Type) {
  const auto *Pointer = dyn_cast_or_null<DIDerivedType>(underlyingType(Type));
  return Pointer ? underlyingType(Pointer->getBaseType()) : nullptr;
}

const DIType *typeOf(const GlobalVariable &Variable) {
  SmallVector<DIGlobalVariableExpression *, 1> Described;
  Variable.getDebugInfo(Described);
  return Described.empty() ? nullptr : underlyingType(Described.front()->getVariable()->getType());
}

} // namespace bpf
