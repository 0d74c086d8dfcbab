// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program in such a section has a place in a map, which its id names.
#include "passes/analysis/TailSections.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/Instruction.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include <linux/bpf.h>

using namespace llvm;

namespace bpf {

std::optional<TailProgram> tailProgram(const Function &F) {
  auto Slot = slotOf(F.getSection());
  return Slot && !F.isDeclaration() ? std::optional(TailProgram{&F, Slot->first, Slot->second}) : std::nullopt;
}

std::vector<TailProgram> tailPrograms(const Module &M) {
  std::vector<TailProgram> Result;
  for (const Function &F : M)
    if (std::optional<TailProgram> Program = tailProgram(F))
      Result.push_back(*Program);
  return Result;
}

static Finding wrong(const TailProgram &Program, std::string Message, std::string Remedy) {
  Finding Found{Check::MapDefinition, Severity::Rejected, placeOf(*Program.Program), std::move(Message), {}, {}};
  Found.Notes.push_back({std::move(Remedy), {}});
  return Found;
}

/// The loader of old took the first, too.
static void reportSecond(const LegacyMap &First, ArrayRef<LegacyMap> Others, Report R) {
  for (const LegacyMap &Each : Others)
    if (Each.Id == First.Id && Each.Type == First.Type)
      R(findingAtDefinition(
          *Each.Variable, Severity::Fragile,
          formatv("'{0}' has the same id {1} as '{2}'; programs in sections {1}/KEY are put only into '{2}'",
                  Each.Variable->getName(), Each.Id, First.Variable->getName()),
          "give it a unique id"));
}

/// The ids of those that could not be read are unknown.
static bool areAll(ArrayRef<LegacyMap> Maps, const Module &M) {
  return size_t(count_if(M.globals(), [](const GlobalVariable &Each) { return Each.getSection() == LegacySection; })) ==
         Maps.size();
}

ProgramSlots slotsOf(ArrayRef<TailProgram> Programs, ArrayRef<LegacyMap> Maps, Report R) {
  ProgramSlots Slots;
  for (const TailProgram &Each : Programs) {
    StringRef Name = Each.Program->getName(), Section = Each.Program->getSection();
    const LegacyMap *Map = find_if(Maps, [&](const LegacyMap &M) { return M.Id && M.Id == Each.Id; });
    if (Map == Maps.end()) {
      if (!areAll(Maps, *Each.Program->getParent()))
        continue;
      R(wrong(Each,
              formatv("'{0}' in section '{1}' belongs to the map with id {2}, which does not exist", Name, Section,
                      Each.Id),
              "the number is the 'id' of a struct bpf_elf_map in this source"));
      continue;
    }
    StringRef Of = Map->Variable->getName();
    if (Map->Type != BPF_MAP_TYPE_PROG_ARRAY) {
      R(wrong(Each, formatv("'{0}' in section '{1}' belongs to '{2}', which is not a program array", Name, Section, Of),
              "use a BPF_MAP_TYPE_PROG_ARRAY"));
      continue;
    }
    if (Each.Slot >= Map->MaxEntries) {
      R(wrong(Each,
              formatv("'{0}' belongs in slot {1} of '{2}', which has {3} slots", Name, Each.Slot, Of, Map->MaxEntries),
              "slots are counted from 0"));
      continue;
    }
    if (!Slots.count(Map->Variable))
      reportSecond(*Map, Maps.drop_front(Map - Maps.begin() + 1), R);
    auto [At, IsNew] = Slots[Map->Variable].try_emplace(Each.Slot, Each.Program);
    if (!IsNew)
      R(wrong(Each,
              formatv("'{0}' and '{1}' both belong in slot {2} of '{3}'", At->second->getName(), Name, Each.Slot, Of),
              "use a separate section for each tail-called program"));
  }
  return Slots;
}

namespace {

/// A walk from a map to the programs that name it.
class Callers {
public:
  explicit Callers(const ProgramSlots &Slots) : Slots(Slots) {}

  void addMap(const GlobalVariable &Map) {
    if (Seen.insert(&Map).second)
      addUsers(Map);
  }

  SmallPtrSet<const Function *, 8> Found;

private:
  void addUsers(const Value &V) {
    for (const User *Each : V.users())
      if (const auto *I = dyn_cast<Instruction>(Each))
        addFunction(*I->getFunction());
  }

  void addFunction(const Function &F) {
    if (!Seen.insert(&F).second)
      return;
    if (!isProgram(F))
      return addUsers(F);
    for (const auto &[Map, Programs] : Slots)
      for (const auto &[Slot, Program] : Programs)
        if (Program == &F)
          return addMap(*Map);
    Found.insert(&F);
  }

  const ProgramSlots &Slots;
  SmallPtrSet<const Value *, 16> Seen;
};

} // namespace

std::vector<const Function *> callersOf(const GlobalVariable &Map, const ProgramSlots &Slots) {
  Callers Walk(Slots);
  Walk.addMap(Map);
  std::vector<const Function *> InOrder;
  for (const Function &Each : *Map.getParent())
    if (Walk.Found.contains(&Each))
      InOrder.push_back(&Each);
  return InOrder;
}

} // namespace bpf
