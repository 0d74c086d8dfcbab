// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the old loaders did with the numbers, said in BTF.
#include "passes/transform/ConvertLegacyMaps.h"
#include "passes/analysis/LegacyMap.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/transform/InnerMaps.h"
#include "passes/transform/KeyAndValueTypes.h"
#include "passes/transform/MapDeclaration.h"
#include "passes/transform/ProgramSections.h"
#include "passes/transform/TailTypes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// PIN_GLOBAL_NS of iproute2 and LIBBPF_PIN_BY_NAME of libbpf.
static constexpr uint32_t PinnedGlobally = 2, PinnedByName = 1;

namespace {

class Conversion {
public:
  Conversion(Module &M, const TailCalls &Calls, Report R)
      : M(M), Calls(Calls), R(R), Maps(legacyMaps(M, R)), Slots(slotsOf(tailPrograms(M), Maps, R)) {}

  std::vector<Note> run() {
    std::vector<std::pair<GlobalVariable *, MapDeclaration>> Declared;
    for (const LegacyMap &Map : Maps)
      if (std::optional<MapDeclaration> Declaration = declare(Map))
        Declared.push_back({variable(Map), std::move(*Declaration)});
    // What a map holds has to be there still when it is declared.
    std::stable_partition(Declared.begin(), Declared.end(),
                          [](const auto &Each) { return Each.second.What == MapDeclaration::Holds::Maps; });
    for (auto &[Variable, Declaration] : Declared) {
      dropAnnotation(Variable->getName(), M);
      declareMap(M, *Variable, Declaration);
    }
    return std::move(ToDo);
  }

private:
  GlobalVariable *variable(const LegacyMap &Map) { return M.getNamedGlobal(Map.Variable->getName()); }

  std::optional<MapDeclaration> declare(const LegacyMap &Map) {
    MapDeclaration Result;
    addNumbers(Map, Result);
    KeyAndValue Types = typesOf(Map, M, R);
    Result.Key = Types.Key;
    Result.Value = Types.Value;
    if (!Types.Key)
      addSizes(Map, Result);
    if (Map.Pinning == PinnedGlobally)
      Result.Numbers.push_back({"pinning", PinnedByName});
    else if (Map.Pinning)
      R(findingAtDefinition(*Map.Variable, Severity::Fragile,
                            formatv("'{0}' is not pinned: current loaders do not support its pinning {1}",
                                    Map.Variable->getName(), Map.Pinning == 1 ? "PIN_OBJECT_NS" : utostr(Map.Pinning)),
                            "PIN_GLOBAL_NS (2) pins it by its name"));
    if (holdsMaps(Map) && !addInnerMaps(Map, Maps, M, Result, R))
      return std::nullopt;
    if (auto Slot = Slots.find(Map.Variable); Slot != Slots.end())
      addPrograms(Map, Slot->second, Result);
    return Result;
  }

  void addPrograms(const LegacyMap &Map, const std::map<uint32_t, const Function *> &Programs, MapDeclaration &To) {
    CallersType Type = callersType(*Map.Variable, Slots);
    if (Calls.ByTc)
      reportGrafts(Map, Programs, Type.Section);
    else
      To.What = MapDeclaration::Holds::Programs;
    for (auto [Slot, Of] : Programs) {
      Function *Program = M.getFunction(Of->getName());
      if (!Calls.ByTc)
        To.Slots[Slot] = Program;
      if (const ProgramSection *Section = programSectionOf(*Program) ? programSectionOf(*Program) : Type.Section)
        applyProgramType(*Program, *Section, Calls.RenamesTails && !Section->isOfIproute2());
      else if (Calls.RenamesTails && !Type.Why.empty())
        R(withoutType(*Program, Type.Why));
    }
  }

  void reportGrafts(const LegacyMap &Map, const std::map<uint32_t, const Function *> &Programs,
                    const ProgramSection *Type) {
    StringRef Name = Map.Variable->getName();
    if (Map.Pinning != PinnedGlobally)
      return R(findingAtDefinition(*Map.Variable, Severity::Fragile,
                                   formatv("'{0}' stays empty: tc puts programs only into pinned maps", Name),
                                   "set its pinning to PIN_GLOBAL_NS"));
    for (auto [Slot, Program] : Programs)
      ToDo.push_back({formatv("tc exec bpf graft m:globals/{0} key {1} obj {2}{3} sec {4}", Name, Slot, Calls.Object,
                              Type && Type->Type == "XDP" ? " type xdp" : "", Program->getSection()),
                      placeOf(*Program)});
  }

  Module &M;
  const TailCalls &Calls;
  Report R;
  std::vector<LegacyMap> Maps;
  ProgramSlots Slots;
  std::vector<Note> ToDo;
};

} // namespace

std::vector<Note> convertLegacyMaps(Module &M, const TailCalls &Calls, Report R) {
  return Conversion(M, Calls, R).run();
}

} // namespace bpf
