// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
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

enum class LoaderTraitIndex {
#define LOADER_TRAIT(Id, Word) Id,
#include "passes/target/Loaders.def"
};
/// Bits, so that a row joins several.
enum LoaderTrait : unsigned {
  Nothing = 0,
#define LOADER_TRAIT(Id, Word) Id = 1u << unsigned(LoaderTraitIndex::Id),
#include "passes/target/Loaders.def"
};
inline constexpr std::pair<LoaderTrait, llvm::StringRef> LoaderTraits[] = {
#define LOADER_TRAIT(Id, Word) {Id, Word},
#include "passes/target/Loaders.def"
};

struct LoaderRow {
  llvm::StringRef Name;
  unsigned Traits;
  llvm::StringRef Source;

  bool has(LoaderTrait T) const { return Traits & T; }
};
inline constexpr LoaderRow Loaders[] = {
#define LOADER(Id, Name, Traits, Source) {Name, Traits, Source},
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
