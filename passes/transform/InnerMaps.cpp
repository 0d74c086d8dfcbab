// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// As the old loader of iproute2 did it (bpf_maps_attach_all in lib/bpf_legacy.c): a map of maps is made after the first
// map whose id is its inner_id, and holds each of those at that one's inner_idx.
#include "passes/transform/InnerMaps.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include <linux/bpf.h>

using namespace llvm;

namespace bpf {

bool holdsMaps(const LegacyMap &Map) {
  return Map.Type == BPF_MAP_TYPE_ARRAY_OF_MAPS || Map.Type == BPF_MAP_TYPE_HASH_OF_MAPS;
}

void addNumbers(const LegacyMap &Map, MapDeclaration &To) {
  To.Numbers.insert(To.Numbers.end(), {{"type", Map.Type}, {"max_entries", Map.MaxEntries}, {"map_flags", Map.Flags}});
}

void addSizes(const LegacyMap &Map, MapDeclaration &To) {
  To.Numbers.insert(To.Numbers.end(), {{"key_size", Map.KeyBytes}, {"value_size", Map.ValueBytes}});
}

/// The loader makes such a map once and drops it: it must not be pinned, and needs no types.
static MapDeclaration templateOf(const LegacyMap &Map) {
  MapDeclaration Result;
  addNumbers(Map, Result);
  addSizes(Map, Result);
  return Result;
}

static bool wrong(const LegacyMap &Map, const Twine &What, StringRef Remedy, Report R) {
  std::string Message = ("'" + Map.Variable->getName() + "' " + What).str();
  R(findingAtDefinition(*Map.Variable, Severity::Rejected, std::move(Message), Remedy.str()));
  return false;
}

bool addInnerMaps(const LegacyMap &Map, ArrayRef<LegacyMap> All, Module &M, MapDeclaration &To, Report R) {
  if (!Map.InnerId)
    return wrong(Map, "is a map of maps without an inner map",
                 "set its 'inner_id' to the 'id' of another struct bpf_elf_map", R);
  To.What = MapDeclaration::Holds::Maps;
  for (const LegacyMap &Inner : All) {
    if (Inner.Id != Map.InnerId)
      continue;
    StringRef Name = Inner.Variable->getName();
    if (holdsMaps(Inner))
      return wrong(Map, "holds '" + Name + "', which is itself a map of maps", "the kernel supports one level", R);
    if (!To.Inner)
      To.Inner = std::make_shared<MapDeclaration>(templateOf(Inner));
    if (Inner.InnerIndex == UINT32_MAX)
      continue;
    if (Inner.InnerIndex >= Map.MaxEntries)
      return wrong(Map, formatv("has {0} slots, but '{1}' belongs in slot {2}", Map.MaxEntries, Name, Inner.InnerIndex),
                   "slots are counted from 0", R);
    Constant *&Slot = To.Slots[Inner.InnerIndex];
    if (Slot)
      R(findingAtDefinition(*Map.Variable, Severity::Fragile,
                            formatv("'{0}' has both '{1}' and '{2}' for slot {3}; the last one is used",
                                    Map.Variable->getName(), Slot->getName(), Name, Inner.InnerIndex),
                            "give one of them another 'inner_idx'"));
    Slot = M.getNamedGlobal(Name);
  }
  return To.Inner || wrong(Map, formatv("holds maps with id {0}, but no map has this id", Map.InnerId),
                           "set its 'inner_id' to the 'id' of another definition in this source", R);
}

} // namespace bpf
