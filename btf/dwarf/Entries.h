// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The contents of one unit, flat: its types and functions, their parts, its variables.
#ifndef BPFTOOLCHAIN_BTF_DWARF_ENTRIES_H
#define BPFTOOLCHAIN_BTF_DWARF_ENTRIES_H

#include "btf/dwarf/Values.h"

namespace bpf::btf::dwarf {

/// The index of an entry or a part.
using Index = uint32_t;
constexpr Index NoIndex = ~Index(0);

struct Entry {
  const char *Name = nullptr; ///< in the file; nullptr or, in Rust, an empty text where there is none
  uint64_t Key = 0;           ///< see TypeKeys
  uint32_t Offset = 0;        ///< in the unit; what refers to an entry names this
  uint32_t Of = 0;            ///< its type; 0: void
  uint32_t Origin = 0;        ///< the entry that this one completes: DW_AT_abstract_origin, DW_AT_specification
  uint32_t Size = 0;          ///< in bytes
  Index FirstPart = NoIndex, LastPart = NoIndex;
  Tag What = Tag(0);
  uint8_t Encoding = 0;
  bool IsDeclaration = false, IsExternal = false, HasBitFields = false, IsOpen = false;
};

/// An attribute's location: its offset in .debug_info, and its form.
struct Location {
  const char *Place;
  uint16_t Form; ///< 0: there is none
};

struct Part {
  const char *Name = nullptr;
  /// A member's place in bits, an enumerator's value, a bound's count, an annotation's text, a parameter's Location.
  uint64_t Value = 0;
  uint32_t Of = 0;
  Index Next = NoIndex;
  uint16_t BitSize = 0;    ///< of a bit-field; a parameter's form of a location; otherwise 0
  bool IsNegative = false; ///< an enumerator: its value is
  Tag What = Tag(0);
  Index Annotations = NoIndex; ///< the first of its own, chained by Next
  uint32_t Original = 0;       ///< a parameter's own offset in the unit, or that of the one which it completes

  Location location() const { return {reinterpret_cast<const char *>(Value), BitSize}; }
};

/// What a function is besides an entry.
struct Subprogram {
  Index At = NoIndex; ///< its entry
  uint64_t Address = 0;
  bool HasAddress = false, IsInline = false, IsNoCall = false;
};

/// The kind of an annotation of that name: btf_decl_tag, btf_type_tag. Nothing for another part.
inline const char *tagText(const Part &P, std::string_view Name) {
  bool IsOne = P.What == TagLlvmAnnotation && P.Name && P.Name == Name;
  return IsOne ? reinterpret_cast<const char *>(P.Value) : nullptr;
}

struct Variable {
  const char *Name = nullptr;
  uint64_t Address = 0; ///< as in Sections
  uint32_t Offset = 0, Of = 0, Specification = 0;
  bool HasAddress = false, IsExternal = false, IsArtificial = false;
  Index Annotations = NoIndex;
};

/// How many bits are set. The x86-64 that everybody has counts them in a function of its own.
inline uint32_t countBits(uint64_t Word) {
  Word -= Word >> 1 & 0x5555555555555555;
  Word = (Word & 0x3333333333333333) + (Word >> 2 & 0x3333333333333333);
  Word = (Word + (Word >> 4)) & 0x0f0f0f0f0f0f0f0f;
  return Word * 0x0101010101010101 >> 56;
}

/// Of one unit at a time; what is read before is gone.
class Entries {
public:
  explicit Entries(const Sections &From) : From(From), Reader(From) {}

  /// The error names what is damaged or not supported. \p ExcludesRust: a unit of Rust has no entries.
  Result<Done> read(const Unit &U, bool ExcludesRust);

  std::vector<Entry> All;
  std::vector<Part> Parts;
  std::vector<Variable> Variables;
  std::vector<Subprogram> Functions; ///< those that are no mere declarations, in order
  bool HasAnnotations = false;       ///< any at all
  bool IsOfClang = false;            ///< clang made the unit

  const Unit &unit() const { return *Current; }
  uint64_t locationListsBase() const { return Reader.locationListsBase(); }

  /// The entry at that offset; NoIndex where there is none that is a type or a function.
  Index at(uint32_t Offset) const {
    size_t Word = Offset / 64;
    uint64_t Bit = uint64_t(1) << Offset % 64;
    if (Word >= Marks.size() || !(Marks[Word] & Bit))
      return NoIndex;
    return Ranks[Word] + countBits(Marks[Word] & (Bit - 1));
  }

  /// What that entry is besides; nullptr where it is no function.
  const Subprogram *function(Index At) const;

private:
  struct Open {
    Role For;
    Index At; ///< of the entry, part or variable whose children follow
  };

  Result<Done> readUnitEntry(Cursor &In, bool ExcludesRust, bool &IsOmitted);
  Result<Done> readEntry(Cursor &In);
  void readFixedParts(Cursor &In);
  Index chain(Entry &Of);
  bool isOfInterest(const Abbreviation &Kind) const;
  Index addEntry(const Abbreviation &Kind, const Values &V, uint32_t Offset);
  Index addPart(const Abbreviation &Kind, const Values &V, uint32_t Offset);
  Index addVariable(const Values &V, uint32_t Offset);
  void rank();

  const Sections &From;
  const Unit *Current = nullptr;
  ValueReader Reader;
  Abbreviations Kinds;
  uint64_t KindsAt = ~uint64_t(0);
  std::vector<Open> Parents;
  std::vector<uint64_t> Marks; ///< a bit for each byte of the unit at which an entry begins
  std::vector<uint32_t> Ranks; ///< how many bits are set before each word
};

} // namespace bpf::btf::dwarf

#endif
