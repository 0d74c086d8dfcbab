// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The forms in which the values of an entry are written.
#ifndef BPFTOOLCHAIN_BTF_DWARF_FORMS_H
#define BPFTOOLCHAIN_BTF_DWARF_FORMS_H

#include "btf/dwarf/Abbreviations.h"
#include "btf/dwarf/Units.h"

namespace bpf::btf::dwarf {

/// For one unit at a time. What could not be read is 0, and why is in problem().
class FormReader {
public:
  explicit FormReader(const Sections &From) : From(From) {}

  void startUnit(const Unit &U);

  /// A number in any form that is one.
  uint64_t number(Cursor &In, const Step &S);
  /// In the file; never nullptr.
  const char *string(Cursor &In, const Step &S);
  const char *stringAt(ByteView Strings, uint64_t Offset);
  /// The offset in the unit of another entry.
  uint32_t reference(Cursor &In, const Step &S);
  uint64_t address(Cursor &In) { return Current->AddressBytes == 8 ? In.fixed<uint64_t>() : In.fixed<uint32_t>(); }
  /// That number of the unit's addresses; nothing where the table ends before.
  std::optional<uint64_t> addressAt(uint64_t Index);
  /// Passes over it.
  void skip(Cursor &In, const Step &S);

  /// What went wrong first, if anything did.
  const std::optional<Error> &problem() const { return Problem; }
  void reject(Error Why) {
    if (!Problem)
      Problem = std::move(Why);
  }

  const Sections &From;
  const Unit *Current = nullptr;
  /// Where the unit's part of a table begins, from its own entry.
  uint64_t StringOffsetsBase = 0, AddressBase = 0, LocationListsBase = 0;

private:
  std::optional<Error> Problem;
};

/// True for a block of bytes that is preceded by its length.
bool isExpression(uint16_t Form);
/// Reads that length.
uint64_t expressionBytes(Cursor &In, uint16_t Form);

} // namespace bpf::btf::dwarf

#endif
