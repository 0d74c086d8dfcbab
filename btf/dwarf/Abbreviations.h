// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How the entries of a unit lie in its bytes. Each abbreviation becomes a short list of steps, in which what nobody
// wants is skipped in one go: a kernel has 18 million entries.
#ifndef BPFTOOLCHAIN_BTF_DWARF_ABBREVIATIONS_H
#define BPFTOOLCHAIN_BTF_DWARF_ABBREVIATIONS_H

#include "btf/dwarf/FixedLayout.h"

namespace bpf::btf::dwarf {

/// What an entry is to us.
enum class Role : uint8_t {
  None,
  Unit, ///< the first entry of a unit
  Type, ///< a type, or what has parts as one: a function
  Part, ///< of a type: a member, an enumerator, a bound, a parameter, an annotation
  Variable,
  Skippable,   ///< nothing in it is needed, and it has the offset of the next one
  Unsupported, ///< what is not supported: it imports another unit
};

struct Step {
  uint16_t What; ///< an Attribute, or 0: Bytes, or those of the form, are skipped
  uint16_t Form; ///< the Form; 0: Bytes are skipped
  uint32_t Bytes;
  int64_t Implicit; ///< the value of FormImplicitConst
};

struct Abbreviation {
  Tag What = Tag(0); ///< 0: there is none of that number
  Role For = Role::None;
  bool HasChildren = false;
  std::span<const Step> Steps;
  bool IsFixedPart = false;
  FixedLayout Fixed;
};

class Abbreviations {
public:
  /// Reads the table at that offset of .debug_abbrev. AddressBytes and OffsetBytes are those of the unit.
  Result<Done> read(ByteView Section, std::endian Order, uint64_t Offset, unsigned AddressBytes);

  /// An abbreviation with the tag 0 where the number is unknown.
  const Abbreviation &operator[](uint64_t Number) const { return All[Number < All.size() ? Number : 0]; }

private:
  Result<Done> readOne(Cursor &In, uint64_t Number, unsigned AddressBytes);
  void add(const Abbreviation &Of, size_t First, Step Each, unsigned AddressBytes);

  std::vector<Abbreviation> All;
  std::vector<Step> Steps;
  std::vector<std::pair<size_t, size_t>> Ranges; ///< of Steps, by number
};

/// The size of a value of that form in 32-bit DWARF; nothing if it is not fixed.
std::optional<unsigned> fixedBytes(uint16_t F, unsigned AddressBytes);

} // namespace bpf::btf::dwarf

#endif
