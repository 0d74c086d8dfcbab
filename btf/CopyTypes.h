// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types from one graph into another: their strings are found or added there, and their references follow a map.
#ifndef BPFTOOLCHAIN_BTF_COPYTYPES_H
#define BPFTOOLCHAIN_BTF_COPYTYPES_H

#include "btf/BTF.h"

namespace bpf::btf {

/// Which id each type of a graph has elsewhere. Void, and a base that both share, keep theirs.
class IdMap {
public:
  /// All of the graph's own types become void until they are set.
  explicit IdMap(const TypeGraph &From) : First(From.firstOwn()), Ids(From.end() - First) {}

  TypeId operator()(TypeId Id) const { return Id < First ? Id : Ids[Id - First]; }
  void set(TypeId Id, TypeId To) { Ids[Id - First] = To; }

private:
  TypeId First;
  std::vector<TypeId> Ids;
};

class TypeCopier {
public:
  /// Both graphs have to live as long as this, and the strings of \p From to stay as they are.
  TypeCopier(const TypeGraph &From, TypeGraph &To);

  /// The offset in the new graph of a string of the old one; each is looked up once.
  StringOffset string(StringOffset Offset);
  /// Adds the type, with its references translated by the map. \returns its new id.
  TypeId copy(TypeId Id, const IdMap &NewIds);

private:
  const TypeGraph &From;
  TypeGraph &To;
  StringOffset Kept;                 ///< below it strings are those of a base that both have
  std::vector<StringOffset> Offsets; ///< by the old offset from there on; 0: not looked up yet
};

/// Where the types that stand for themselves are to be in \p To, behind those it has, and with each of them the types
/// that it stands for: Same says which does for each (see sameTypes()).
IdMap placesOfFirst(const TypeGraph &From, std::span<const TypeId> Same, const TypeGraph &To);

/// Copies these types, in this order, behind those of \p To. A reference to a type of From's own that is not among them
/// becomes void.
IdMap copyTypes(const TypeGraph &From, std::span<const TypeId> Ids, TypeGraph &To);

} // namespace bpf::btf

#endif
