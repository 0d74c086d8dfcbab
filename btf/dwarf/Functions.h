// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which functions of the DWARF become FUNC. This is a pass of its own: pahole's rules for it change from month to
// month.
#ifndef BPFTOOLCHAIN_BTF_DWARF_FUNCTIONS_H
#define BPFTOOLCHAIN_BTF_DWARF_FUNCTIONS_H

#include "btf/dwarf/Arguments.h"
#include "btf/dwarf/FunctionNames.h"
#include "btf/dwarf/TypeKeys.h"
#include <unordered_map>

namespace bpf::btf::dwarf {

struct SeenTag {
  const char *Text;
  uint32_t Component; ///< of a parameter its number; ~0: of all
};
struct SeenFunction {
  uint64_t Order = ~uint64_t(0); ///< the first of the best that were seen is the one that counts
  const char *Name = nullptr;    ///< none: the function was not seen
  Key Prototype = 0;
  Key Types = 0; ///< see CallTypes
  bool IsExternal = false;
  bool IsOfSymbol = false; ///< the symbol is this definition's
  bool IsCut = false;      ///< it is one that an optimiser has made, without all of its arguments
  bool IsOmitted = false;  ///< one of this name has other types, or its arguments elsewhere
  std::vector<SeenTag> Tags;
};

/// What one thread sees of them.
class FunctionsSeen {
public:
  FunctionsSeen(const FunctionNames &Names, const FeatureSet &Features, const ArgumentRegisters &Machine,
                const Sections &From)
      : Names(Names), Features(Features), Machine(Machine), From(From), All(Names.size()) {}

  /// Looks at the functions of a unit, after its types. \returns what was read of the lists of locations.
  ByteView run(Entries &Of, TypeKeys &Keys, TypeStore &Store);
  /// Adds what another thread has seen.
  void take(FunctionsSeen &Other);
  /// Those that become FUNC, in the order in which they were seen.
  std::vector<SeenFunction> result() const;

private:
  struct Definition {
    const Subprogram &As;
    Entry Whole;
    uint32_t Number; ///< of its name
  };
  SeenFunction judged(const Entries &Of, const Definition &D, Arguments &Rules, TypeStore &Store) const;
  void see(Entries &Of, const Definition &D, Arguments &Rules, TypeKeys &Keys, TypeStore &Store);

  const FunctionNames &Names;
  const FeatureSet &Features;
  const ArgumentRegisters &Machine;
  const Sections &From;
  std::vector<SeenFunction> All; ///< by the number of the name
};

} // namespace bpf::btf::dwarf

#endif
