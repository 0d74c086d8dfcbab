// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The struct is known by the names of its members, which debug information has, and read by their order.
#include "passes/analysis/LegacyMap.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/LegacyMembers.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/UnderlyingType.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

Finding findingAtDefinition(const GlobalVariable &Map, Severity Sev, std::string Message, std::string Remedy) {
  Finding Found{Check::MapDefinition, Sev, declarationOf(Map), std::move(Message), {}, {}};
  if (!Remedy.empty())
    Found.Notes.push_back({std::move(Remedy), {}});
  return Found;
}

static const Instruction *firstInstruction(const User &In) {
  if (const auto *I = dyn_cast<Instruction>(&In))
    return I;
  for (const User *Each : In.users())
    if (const Instruction *I = firstInstruction(*Each))
      return I;
  return nullptr;
}

/// An instruction that reads or writes the definition, instead of naming the map.
static const Instruction *useAsData(const GlobalVariable &Map) {
  for (const User *Each : Map.users()) {
    const auto *I = dyn_cast<Instruction>(Each);
    bool Accesses = I && (getLoadStorePointerOperand(I) == &Map || isa<MemIntrinsic, AtomicRMWInst>(I));
    if (Accesses || isa<GEPOperator>(Each))
      if (const Instruction *First = firstInstruction(*Each))
        return First;
  }
  return nullptr;
}

/// `extern struct bpf_elf_map flows;`: recognized by its type, without a section. A map has a type, two sizes and a
/// length.
static bool isDeclarationOfOne(const GlobalVariable &Variable) {
  const auto *Struct = dyn_cast_or_null<DICompositeType>(typeOf(Variable));
  if (!Variable.isDeclaration() || Variable.hasSection() || !Struct || Struct->getTag() != dwarf::DW_TAG_structure_type)
    return false;
  SmallVector<const DIDerivedType *, 9> Members = membersOf(*Struct);
  const LegacyAbi &Abi = nearestAbi(Members);
  return Members.size() >= 4 &&
         all_of(enumerate(Members), [&](auto Each) { return wrongMember(*Each.value(), Each.index(), Abi).empty(); });
}

namespace {
class Reader {
public:
  Reader(const GlobalVariable &Variable, Report R) : Variable(Variable), R(R) {}

  std::optional<LegacyMap> read() {
    if (Variable.isDeclaration())
      return wrong("is declared extern, so its definition is unknown", "define it in the source that uses it");
    const DIType *Type = typeOf(Variable);
    if (!Type)
      return wrong("has no debug information, which describes the members of its definition", "compile to IR with -g");
    const auto *Struct = dyn_cast<DICompositeType>(Type);
    if (Struct && Struct->getTag() == dwarf::DW_TAG_array_type)
      return wrong("is an array of definitions; loaders identify each map by its variable",
                   "define each map as its own variable");
    if (!Struct || Struct->getTag() != dwarf::DW_TAG_structure_type)
      return wrong("is not a map definition",
                   "section 'maps' may contain only struct bpf_elf_map and struct bpf_map_def");
    // checkMapDefinition() reports a definition for another loader, which stays as it is.
    return memberOfAnotherLoader(*Struct) ? std::nullopt : readMembers(*Struct);
  }

private:
  std::nullopt_t wrong(const Twine &What, const Twine &Remedy) {
    R(findingAtDefinition(Variable, Severity::Rejected, ("'" + Variable.getName() + "' " + What).str(), Remedy.str()));
    return std::nullopt;
  }

  std::optional<LegacyMap> readMembers(const DICompositeType &Struct) {
    SmallVector<const DIDerivedType *, 9> Members = membersOf(Struct);
    const LegacyAbi &Abi = nearestAbi(Members);
    LegacyMap Map;
    Map.Variable = &Variable;
    for (auto [Place, Each] : enumerate(Members)) {
      if (std::string Why = wrongMember(*Each, Place, Abi); !Why.empty()) {
        auto Names = map_range(Abi.Members, [](const LegacyMember &M) { return M.Name; });
        return wrong("is not a definition that loaders can read: " + Why,
                     "its members must be, in this order, " + join(Names, ", ") + "; trailing members may be omitted");
      }
      const auto *Number = dyn_cast_or_null<ConstantInt>(Variable.getInitializer()->getAggregateElement(Place));
      if (!Number)
        return wrong("has a non-constant '" + Each->getName() + "'",
                     "loaders read the definition before any code runs");
      Map.*Abi.Members[Place].Number = Number->getZExtValue();
    }
    return checkWhole(Map);
  }

  std::optional<LegacyMap> checkWhole(const LegacyMap &Map) {
    if (const Instruction *Use = useAsData(Variable)) {
      Finding Found = findingAtDefinition(
          Variable, Severity::Rejected,
          formatv("the definition of map '{0}' is read or written as data", Variable.getName()), "");
      Found.Notes.push_back({"here; the definition does not exist at run time: use the number itself", placeOf(*Use)});
      R(std::move(Found));
      return std::nullopt;
    }
    if (Map.Type == 0)
      return wrong("has no map type", "set its 'type' to one of BPF_MAP_TYPE_*");
    return Map;
  }

  const GlobalVariable &Variable;
  Report R;
};
} // namespace

std::vector<LegacyMap> legacyMaps(const Module &M, Report R) {
  std::vector<LegacyMap> Maps;
  for (const GlobalVariable &Variable : M.globals())
    if (Variable.getSection() == LegacySection || isDeclarationOfOne(Variable))
      if (std::optional<LegacyMap> Map = Reader(Variable, R).read())
        Maps.push_back(*Map);
  return Maps;
}

} // namespace bpf
