// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Converts the entries of a unit to types of the store, one by one.
#ifndef BPFTOOLCHAIN_BTF_DWARF_TYPEKEYS_H
#define BPFTOOLCHAIN_BTF_DWARF_TYPEKEYS_H

#include "btf/dwarf/Entries.h"
#include "btf/dwarf/TypeStore.h"

namespace bpf::btf::dwarf {

class TypeKeys {
public:
  /// NestsArrays: an array of arrays is said as one, as LLVM does for BPF programs. Kernels have it as one array of all
  /// elements, as pahole writes it, and what is for them has to agree.
  TypeKeys(Entries &Of, TypeStore &Store, const FeatureSet &Features, bool NestsArrays)
      : Of(Of), Store(Store), Features(Features), NestsArrays(NestsArrays) {}

  /// Keeps all types of the unit, each with those that it refers to. Unit is its number, for the order.
  void run(uint32_t Unit);
  /// The key of what an offset in the unit refers to.
  Key referred(uint32_t Offset);
  /// Keeps the prototype of a function, with the names of its parameters.
  Key prototype(const Entry &Function);
  /// The position of an entry among all of the file.
  uint64_t order(uint32_t Offset) const { return uint64_t(Unit) << 32 | Offset; }

  /// The first error: a type that contains itself, or one that BTF cannot represent.
  const std::optional<Error> &problem() const { return Problem; }

private:
  Key referredAt(Index At);
  Key contained(uint32_t Offset);
  Key key(Index At);
  Key make(Entry &E);
  Key reference(const Entry &E, Kind What);
  Key pointer(const Entry &E);
  Key integer(const Entry &E);
  Key array(const Entry &E);
  Key composite(const Entry &E, Kind What);
  Key enumeration(const Entry &E);
  Key plain(const TypeRecord &Record, const Entry &E);
  void declarationTags(const Entry &E, Key Target);
  void reject(Error Why) {
    if (!Problem)
      Problem = std::move(Why);
  }
  template <typename Function> void eachPart(const Entry &E, Function Do) {
    for (Index At = E.FirstPart; At != NoIndex; At = Of.Parts[At].Next)
      Do(Of.Parts[At]);
  }

  Entries &Of;
  TypeStore &Store;
  const FeatureSet &Features;
  bool NestsArrays;
  uint32_t Unit = 0;
  unsigned Depth = 0;
  std::optional<Error> Problem;
};

} // namespace bpf::btf::dwarf

#endif
