// The tables of this folder as arrays, for the code of this folder; everybody else asks Target.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_FACTS_H
#define BPFTOOLCHAIN_PASSES_TARGET_FACTS_H

#include "passes/target/Target.h"

namespace bpf::facts {

struct CpuRow {
  llvm::StringRef Name;
  KernelVersion Since;
  llvm::StringRef Adds;
};
inline constexpr CpuRow Cpus[] = {
#define CPU(Id, Name, Major, Minor, Adds) {Name, {Major, Minor}, Adds},
#include "passes/target/Cpus.def"
};

struct FeatureRow {
  llvm::StringRef Name;
  KernelVersion Since;
  llvm::StringRef Source;
};
inline constexpr FeatureRow Features[] = {
#define FEATURE(Id, Name, Major, Minor, Source) {Name, {Major, Minor}, Source},
#include "passes/target/KernelFeatures.def"
};

struct LoaderRow {
  llvm::StringRef Name;
  bool HasVersion;
  bool Calls;
  bool Data;
  bool Maps;
  bool Sections;
  bool IsLibrary;
  bool Members;
  bool LegacyMaps;
  bool EventSizes;
  llvm::StringRef Source;
};
inline constexpr LoaderRow Loaders[] = {
#define LOADER(Id, Name, HasVersion, Calls, Data, Maps, Sections, IsLibrary, Members, LegacyMaps, EventSizes, Source)  \
  {Name, HasVersion, Calls, Data, Maps, Sections, IsLibrary, Members, LegacyMaps, EventSizes, Source},
#include "passes/target/Loaders.def"
};

inline constexpr llvm::StringRef Capabilities[] = {
#define CAPABILITY(Id, Name, Opens) Name,
#include "passes/target/Capabilities.def"
};

inline constexpr Architecture Architectures[] = {
#define ARCHITECTURE(Id, Machine, Macro, Multiarch, Order, Major, Minor)                                               \
  {Machine, Macro, Multiarch, ByteOrder::Order, {Major, Minor}},
#include "passes/target/Architectures.def"
};

} // namespace bpf::facts

#endif
