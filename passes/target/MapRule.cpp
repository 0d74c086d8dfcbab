// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// MapTypes.def as arrays.
#include "passes/target/MapRule.h"
#include "passes/target/NearestName.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace bpf {

// The words of the columns.
static constexpr uint64_t Any = ~0u;
static constexpr NumberRule None = {0, 0, 1, "none"};
static constexpr NumberRule Some = {1, Any, 1, "at least 1"};
static constexpr NumberRule Filled = {0, Any, 1, "any number"};
static constexpr NumberRule Four = {4, 4, 4, "4"};
static constexpr NumberRule FourOrEight = {4, 8, 4, "4 or 8"};
static constexpr NumberRule Sixteen = {16, 16, 16, "16"};
static constexpr NumberRule EightOrSixteen = {8, 16, 8, "8 or 16"};
static constexpr NumberRule Frames = {8, Any, 8, "a multiple of 8"};
static constexpr NumberRule Prefix = {5, 260, 1, "5 to 260"};
static constexpr NumberRule PerCpu = {1, 32768, 1, "1 to 32768"};

// BPF_F_NO_PREALLOC and BPF_F_MMAPABLE of linux/bpf.h.
static constexpr unsigned NoPrealloc = 1;
static constexpr unsigned Mmapable = 1024;

static constexpr MapRule Rows[] = {
#define MAP_TYPE(Number, Name, Major, Minor, Key, Value, Entries, Flags, Source)                                       \
  {Number, Name, {Major, Minor}, Key, Value, Entries, Flags},
#include "passes/target/MapTypes.def"
};

static constexpr StringRef Members[] = {
#define MAP_MEMBER(Name) Name,
#include "passes/target/MapTypes.def"
};

const MapRule *findMapRule(uint64_t Number) {
  const MapRule *Row = find_if(Rows, [&](const MapRule &Each) { return Each.Number == Number; });
  return Row == std::end(Rows) ? nullptr : Row;
}

StringRef mapFlagName(unsigned Flag) { return Flag == Mmapable ? "BPF_F_MMAPABLE" : "BPF_F_NO_PREALLOC"; }

bool isMapMember(StringRef Name) { return is_contained(Members, Name); }

StringRef nearestMapMember(StringRef Name) { return nearestName(Name, Members); }

} // namespace bpf
