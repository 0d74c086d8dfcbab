// Which functions of the DWARF become FUNC. This is a pass of its own: pahole's rules for it change from month to
// month.
#ifndef BPFTOOLCHAIN_BTF_DWARF_FUNCTIONS_H
#define BPFTOOLCHAIN_BTF_DWARF_FUNCTIONS_H

#include "btf/dwarf/TypeKeys.h"
#include <unordered_map>

namespace bpf::btf::dwarf {

/// The functions that the symbol table of a file has, each name once. DWARF describes many more, which were inlined
/// everywhere.
class FunctionNames {
public:
  /// With OptimizedFunc a symbol like `name.isra.0` is a function called `name`; `.cold` and `.part` are pieces of one.
  static Result<FunctionNames> read(const ElfFile &File, const FeatureSet &Features);

  size_t size() const { return Count; }
  /// The number of the name with that hash; nothing where there is none.
  std::optional<uint32_t> find(uint64_t Hash) const;

private:
  struct Slot {
    uint64_t Hash = 0; ///< 0: free
    uint32_t Number = 0;
  };
  void insert(uint64_t Hash);
  size_t place(uint64_t Hash) const;

  std::vector<Slot> Slots = std::vector<Slot>(64); ///< open addressing, at most half full
  size_t Count = 0;
};

struct SeenTag {
  const char *Text;
  uint32_t Component; ///< of a parameter its number; ~0: of all
};
struct SeenFunction {
  uint64_t Order = ~uint64_t(0); ///< the first that was seen is the one that counts
  const char *Name = nullptr;    ///< none: the function was not seen
  Key Prototype = 0;
  Key Types = 0; ///< of the prototype without names
  bool IsExternal = false;
  bool IsInconsistent = false; ///< seen with other types
  std::vector<SeenTag> Tags;
};

/// What one thread sees of them.
class FunctionsSeen {
public:
  FunctionsSeen(const FunctionNames &Names, const FeatureSet &Features)
      : Names(Names), Features(Features), All(Names.size()) {}

  /// Looks at the functions of a unit, after its types.
  void run(Entries &Of, TypeKeys &Keys, TypeStore &Store);
  /// Takes what another thread has seen.
  void take(FunctionsSeen &Other);
  /// Those that become FUNC, in the order in which they were seen.
  std::vector<SeenFunction> result() const;

private:
  void see(Entries &Of, const Entry &Function, TypeKeys &Keys, TypeStore &Store);

  const FunctionNames &Names;
  const FeatureSet &Features;
  std::vector<SeenFunction> All; ///< by the number of the name
};

} // namespace bpf::btf::dwarf

#endif
