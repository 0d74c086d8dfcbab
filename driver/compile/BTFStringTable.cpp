// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Strings are found by their hash. The hashes are kept beside the table, whose members are LLVM's.
#include "driver/compile/BTFStringTable.h"
#include "llvm/ADT/StringMap.h"

using namespace llvm;

namespace bpf {

namespace {

/// Where the strings of one table are.
class StringIndex {
public:
  /// Indexes a table anew if it is not as the last add() left it: another one, or a new one at the same address.
  void follow(const BTFStringTable &Table) {
    if (Indexed == &Table && Size == Table.Size)
      return;
    Offsets.clear();
    for (auto [Offset, Index] : Table.OffsetToIndex)
      Offsets.try_emplace(Table.Strings[Index], Offset);
    Indexed = &Table;
    Size = Table.Size;
  }

  uint32_t add(BTFStringTable &Table, StringRef String) {
    auto [Known, IsNew] = Offsets.try_emplace(String, Table.Size);
    if (!IsNew)
      return Known->second;
    Table.OffsetToIndex.emplace_hint(Table.OffsetToIndex.end(), Table.Size, Table.Strings.size());
    Table.Strings.emplace_back(String);
    Table.Size += String.size() + 1;
    Size = Table.Size;
    return Known->second;
  }

private:
  const BTFStringTable *Indexed = nullptr;
  uint32_t Size = 0; ///< of the table, when it was indexed
  StringMap<uint32_t> Offsets;
};

} // namespace

uint32_t addString(BTFStringTable &Table, StringRef String) {
  static thread_local StringIndex Index;
  Index.follow(Table);
  return Index.add(Table, String);
}

} // namespace bpf
