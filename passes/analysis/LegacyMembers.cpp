// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sources: bpf_elf.h of iproute2; struct bpf_map_def in bpf_helpers.h of libbpf before 1.0.
#include "passes/analysis/LegacyMembers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

static constexpr LegacyMember MembersOfIproute2[] = {
    {"type", &LegacyMap::Type},           {"size_key", &LegacyMap::KeyBytes}, {"size_value", &LegacyMap::ValueBytes},
    {"max_elem", &LegacyMap::MaxEntries}, {"flags", &LegacyMap::Flags},       {"id", &LegacyMap::Id},
    {"pinning", &LegacyMap::Pinning},     {"inner_id", &LegacyMap::InnerId},  {"inner_idx", &LegacyMap::InnerIndex},
};
static constexpr LegacyMember MembersOfLibbpf[] = {
    {"type", &LegacyMap::Type},
    {"key_size", &LegacyMap::KeyBytes},
    {"value_size", &LegacyMap::ValueBytes},
    {"max_entries", &LegacyMap::MaxEntries},
    {"map_flags", &LegacyMap::Flags},
};
static constexpr LegacyAbi Iproute2 = {"bpf_elf_map", MembersOfIproute2};
static constexpr LegacyAbi Libbpf = {"bpf_map_def", MembersOfLibbpf};

static bool has(const LegacyAbi &Of, StringRef Name) {
  return any_of(Of.Members, [&](const LegacyMember &Each) { return Each.Name == Name; });
}

SmallVector<const DIDerivedType *, 9> membersOf(const DICompositeType &Struct) {
  SmallVector<const DIDerivedType *, 9> Members;
  for (const DINode *Each : Struct.getElements())
    if (const auto *Member = dyn_cast<DIDerivedType>(Each); Member && Member->getTag() == dwarf::DW_TAG_member)
      Members.push_back(Member);
  return Members;
}

const LegacyAbi &nearestAbi(ArrayRef<const DIDerivedType *> Members) {
  auto Count = [&](const LegacyAbi &Of) {
    return count_if(Members, [&](const DIDerivedType *Each) { return has(Of, Each->getName()); });
  };
  return Count(Libbpf) > Count(Iproute2) ? Libbpf : Iproute2;
}

/// True if a name may be meant for a member, with up to two letters wrong.
static bool isNear(StringRef Name, const LegacyAbi &Of) {
  constexpr unsigned MaxEdits = 2;
  return any_of(Of.Members, [&](const LegacyMember &Each) {
    return Each.Name.edit_distance(Name, /*AllowReplacements=*/true, MaxEdits + 1) <= MaxEdits;
  });
}

const DIDerivedType *memberOfAnotherLoader(const DICompositeType &Struct) {
  if (Struct.getName() != Iproute2.Tag && Struct.getName() != Libbpf.Tag)
    return nullptr;
  SmallVector<const DIDerivedType *, 9> Members = membersOf(Struct);
  const LegacyAbi &Of = nearestAbi(Members);
  const auto *Found = find_if(
      Members, [&](const DIDerivedType *Each) { return !Each->getName().empty() && !isNear(Each->getName(), Of); });
  return Found == Members.end() ? nullptr : *Found;
}

std::string wrongMember(const DIDerivedType &At, size_t Place, const LegacyAbi &Of) {
  if (At.getName().empty())
    return "it has a member without a name";
  if (!has(Of, At.getName()))
    return formatv("'{0}' is not a member of struct {1}", At.getName(), Of.Tag);
  // There is one at this place: names that are known come each once.
  if (At.getName() != Of.Members[Place].Name)
    return formatv("'{0}' is where struct {1} has '{2}'", At.getName(), Of.Tag, Of.Members[Place].Name);
  if (At.getSizeInBits() != 32 || At.getOffsetInBits() != Place * 32)
    return formatv("'{0}' does not have 32 bits as in struct {1}", At.getName(), Of.Tag);
  return "";
}

} // namespace bpf
