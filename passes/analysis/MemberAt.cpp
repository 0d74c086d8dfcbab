// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The members of a struct are listed in their order; a byte lies in one of them or after the one before.
#include "passes/analysis/MemberAt.h"
#include "passes/analysis/UnderlyingType.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

std::string memberAt(const DIType *Type, uint64_t Byte) {
  const auto *Struct = dyn_cast_or_null<DICompositeType>(underlyingType(Type));
  if (!Struct || Struct->getTag() != dwarf::DW_TAG_structure_type)
    return "";
  std::string After;
  for (const DINode *Each : Struct->getElements()) {
    const auto *Member = dyn_cast<DIDerivedType>(Each);
    if (!Member || Member->getTag() != dwarf::DW_TAG_member)
      continue;
    uint64_t Begin = Member->getOffsetInBits() / 8, End = Begin + Member->getSizeInBits() / 8;
    if (Byte < Begin)
      break;
    if (Byte < End) {
      std::string Deeper = memberAt(Member->getBaseType(), Byte - Begin);
      return !Deeper.empty() ? Deeper : Member->getName().empty() ? "" : formatv("in '{0}'", Member->getName()).str();
    }
    if (!Member->getName().empty())
      After = formatv("after '{0}'", Member->getName());
  }
  return After;
}

} // namespace bpf
