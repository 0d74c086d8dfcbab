// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Succeeds where driver/compile/BTFStringTable.cpp can stand in for LLVM's string table: the members are where we think
// they are, nothing lies behind them, and 1,000 strings give the same offsets and the same table. Prints the
// difference.
#include "driver/compile/BTFStringTable.h"
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <new>

using namespace bpf;

namespace {

/// A table with bytes around it that nobody may write.
class GuardedTable {
public:
  GuardedTable() {
    std::fill(std::begin(Memory), std::end(Memory), Guard);
    Table = new (Memory + Margin) BTFStringTable();
  }
  bool isWithinBounds() const {
    auto IsGuard = [](unsigned char Byte) { return Byte == Guard; };
    return std::all_of(Memory, Memory + Margin, IsGuard) &&
           std::all_of(std::end(Memory) - Margin, std::end(Memory), IsGuard);
  }
  BTFStringTable &operator*() { return *Table; }
  BTFStringTable *operator->() { return Table; }

private:
  static constexpr unsigned char Guard = 0xa5;
  static constexpr size_t Margin = 64;
  alignas(BTFStringTable) unsigned char Memory[Margin + sizeof(BTFStringTable) + Margin];
  BTFStringTable *Table;
};

bool areEqual(const BTFStringTable &A, const BTFStringTable &B) {
  return A.Size == B.Size && A.OffsetToIndex == B.OffsetToIndex && A.Strings == B.Strings;
}

/// The I-th of 1,000: short ones and long ones, every third of them for the second time; the first is empty, as in
/// .BTF.
std::string string(unsigned I) {
  unsigned Number = I % 3 == 2 ? I / 2 : I;
  return Number == 0 ? "" : std::string(Number % 40, 'a') + std::to_string(Number);
}

const char *difference() {
  GuardedTable Theirs, Ours, Mixed;
  uint32_t Size = 0;
  for (unsigned I = 0; I != 1000; ++I) {
    uint32_t Offset = addStringBySearch(*Theirs, string(I));
    if (Offset == Size)
      Size += string(I).size() + 1;
    if (Theirs->Size != Size || Theirs->OffsetToIndex.count(Offset) == 0 ||
        Theirs->Strings.size() != Theirs->OffsetToIndex.size())
      return "the members are others";
    // Two tables in turns, one of which LLVM's function writes too.
    if (addString(*Ours, string(I)) != Offset || (I % 7 ? addString : addStringBySearch)(*Mixed, string(I)) != Offset)
      return "another offset";
  }
  if (!areEqual(*Theirs, *Ours) || !areEqual(*Theirs, *Mixed))
    return "another table";
  return Theirs.isWithinBounds() ? nullptr : "there are more members";
}

} // namespace

int main() {
  const char *Difference = difference();
  if (Difference)
    std::puts(Difference);
  return Difference != nullptr;
}
