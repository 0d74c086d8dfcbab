// The promises of StringTable: each text once, offsets that stay, and a base that is used and not changed.
#include "btf/StringTable.h"
#include <cstdio>

using bpf::btf::StringTable;

static int Broken = 0;

static void expect(bool Promise, const char *Which) {
  if (Promise)
    return;
  std::fprintf(stderr, "broken: %s\n", Which);
  Broken = 1;
}

int main() {
  StringTable Table;
  expect(Table.block().size() == 1 && Table.at(0).empty(), "a new table has the empty string");
  expect(Table.add("") == 0, "the empty string is at 0");
  uint32_t One = Table.add("one"), Two = Table.add("two");
  expect(One == 1 && Two == 5 && Table.end() == 9, "strings lie behind each other");
  for (int Index = 0; Index < 10000; ++Index)
    Table.add("more" + std::to_string(Index));
  expect(Table.add("one") == One && Table.at(Two) == "two", "offsets stay while the table grows");
  expect(Table.add("more9999") < Table.end() && Table.add("more0") == 9, "what was added is found");

  StringTable Read(std::string("\0first\0first\0last\0", 18), nullptr);
  expect(Read.add("first") == 1 && Read.add("last") == 13, "of a text that was read twice the first is found");
  expect(Read.block().size() == 18, "what was read stays");

  uint32_t End = Table.end();
  StringTable Split(&Table);
  expect(Split.add("two") == Two, "a string of the base is used");
  expect(Split.add("new") == End && Split.at(End) == "new" && Split.at(One) == "one", "new ones lie behind the base");
  StringTable OnRead(&Read);
  expect(OnRead.add("last") == 13, "a base that was only read is searched too");
  expect(Table.end() == End && Split.block() == std::string_view("new\0", 4), "the base does not change");
  return Broken;
}
