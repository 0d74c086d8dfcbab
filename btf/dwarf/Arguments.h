// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a function's arguments are where its type implies. A program that is attached to it reads them by the type,
// so that it would read something else where an optimiser changed what is passed.
#ifndef BPFTOOLCHAIN_BTF_DWARF_ARGUMENTS_H
#define BPFTOOLCHAIN_BTF_DWARF_ARGUMENTS_H

#include "btf/dwarf/ArgumentRegisters.h"
#include "btf/dwarf/Locations.h"

namespace bpf::btf::dwarf {

struct ArgumentPlaces {
  bool AreElsewhere = false; ///< not where a caller by the type passes them, or unknown
  bool AreMissing = false;   ///< some have no location: an optimizer may have removed them
};

/// For one unit.
class Arguments {
public:
  Arguments(const ArgumentRegisters &Machine, const Sections &From, const Entries &Of)
      : Machine(Machine), Of(Of), Places(From, Of) {}

  /// Of a function as its own entry says it, and \p Whole, with what it leaves to the one that it completes. IsChanged:
  /// the compiler marked it as not called by its type.
  ArgumentPlaces look(const Entry &Instance, const Entry &Whole, bool IsChanged);
  /// What was read of .debug_loclists.
  ByteView listsRead() const { return Places.listsRead(); }

private:
  struct Parameter {
    const Part *Instance; ///< has the location
    const Part *Whole;    ///< has the type
    uint32_t Bytes;
    unsigned Words;
    bool IsInMemory;
  };
  bool collect(const Entry &Instance, const Entry &Whole);
  bool areInOrder(ArgumentPlaces &Used);
  bool areInWindows(ArgumentPlaces &Used);
  bool hasStructure() const;
  bool hasUncertain() const;
  uint32_t bytesOf(uint32_t Offset) const;

  const ArgumentRegisters &Machine;
  const Entries &Of;
  Locations Places;
  std::vector<Parameter> Parameters; ///< of the function at hand
};

} // namespace bpf::btf::dwarf

#endif
