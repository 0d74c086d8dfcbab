// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the kernel wants of a map of each type: the rows of MapTypes.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_MAPRULE_H
#define BPFTOOLCHAIN_PASSES_TARGET_MAPRULE_H

#include "passes/target/KernelVersion.h"
#include "llvm/ADT/StringRef.h"

namespace bpf {

/// The accepted numbers: from Least to Most, each a multiple of Step.
struct NumberRule {
  uint64_t Least;
  uint64_t Most;
  uint64_t Step;
  llvm::StringRef Words; ///< "4 bytes", for messages

  bool accepts(uint64_t Number) const { return Number >= Least && Number <= Most && Number % Step == 0; }
  /// True if only 0 is accepted.
  bool acceptsNone() const { return Most == 0; }
};

struct MapRule {
  unsigned Number;      ///< of enum bpf_map_type
  llvm::StringRef Name; ///< without BPF_MAP_TYPE_
  KernelVersion Since;
  NumberRule Key;   ///< bytes
  NumberRule Value; ///< bytes
  NumberRule Entries;
  unsigned Flags; ///< that map_flags has to have

  /// A map of maps, whose definition describes the inner maps in `values`.
  bool isOfMaps() const { return Name.ends_with("_OF_MAPS"); }
  /// Its values have no size of their own; nor have those of an arena.
  bool isOfEvents() const { return Name == "RINGBUF" || Name == "PERF_EVENT_ARRAY" || Name == "ARENA"; }
  /// Local storage: made only with the types of key and value.
  bool needsTypes() const { return Entries.acceptsNone() && Flags; }
};

/// The rule of that type; nothing for one that the table does not know.
const MapRule *findMapRule(uint64_t Number);

/// "BPF_F_NO_PREALLOC", as the kernel's header names it.
llvm::StringRef mapFlagName(unsigned Flag);

/// True for what a definition in .maps may have.
bool isMapMember(llvm::StringRef Name);
/// The member that was probably meant; empty where none is near.
llvm::StringRef nearestMapMember(llvm::StringRef Name);

} // namespace bpf

#endif
