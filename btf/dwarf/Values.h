// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The attributes of one entry, in all the forms that they come in.
#ifndef BPFTOOLCHAIN_BTF_DWARF_VALUES_H
#define BPFTOOLCHAIN_BTF_DWARF_VALUES_H

#include "btf/dwarf/Forms.h"

namespace bpf::btf::dwarf {

struct Values {
  const char *Name = nullptr; ///< in the file
  const char *Text = nullptr; ///< the text of an annotation, the producer of a unit, the location of a parameter
  uint64_t Constant = 0, Bits = 0, Address = 0;
  uint32_t Of = 0, Origin = 0, Size = 0, Sibling = 0, Count = 0, Language = 0;
  uint32_t BitSize = 0, BitOffset = 0; ///< of a bit-field; BitSize of a parameter: the form of its location
  uint8_t Encoding = 0;                ///< of a base type; of a function: its calling convention
  bool IsInline = false;
  bool HasBitOffset = false, HasAddress = false, IsNegative = false, IsDeclaration = false, IsExternal = false,
       IsArtificial = false;
};

/// For one unit at a time.
class ValueReader {
public:
  explicit ValueReader(const Sections &From) : Forms(From) {}

  void startUnit(const Unit &U) { Forms.startUnit(U); }
  /// Reads what the steps say; what could not be read is 0, and why is in problem(). A unit's own entry sets where its
  /// strings and addresses begin.
  Values read(Cursor &In, const Abbreviation &Kind);

  /// Passes over the same.
  void skip(Cursor &In, const Abbreviation &Kind);

  uint64_t locationListsBase() const { return Forms.LocationListsBase; }

  /// What went wrong first, if anything did.
  const std::optional<Error> &problem() const { return Forms.problem(); }

private:
  void memberLocation(Cursor &In, const Step &S, Values &Into);
  void variableLocation(Cursor &In, const Step &S, Values &Into);
  void startAddress(Cursor &In, const Step &S, Values &Into);
  void location(Cursor &In, const Step &S, const Abbreviation &Kind, Values &Into);
  void attribute(Cursor &In, const Step &S, Values &Into);
  void constant(Cursor &In, const Step &S, const Abbreviation &Kind, Values &Into);

  FormReader Forms;
};

} // namespace bpf::btf::dwarf

#endif
