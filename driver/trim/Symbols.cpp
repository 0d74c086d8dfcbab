// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Open addressing; a kernel's header has some fifty thousand names of file scope.
#include "driver/trim/Symbols.h"

using namespace llvm;

namespace bpf::trim {

SymbolTable::SymbolTable() : Tags(1, Tag{Keyword::None}), Types(1), Slots(1 << 12), Mask(Slots.size() - 1) {
  Symbols.push_back({.Text = "", .Length = 0});
#define KEYWORD(Id, Spelling) Symbols[add(Spelling)].Word = Keyword::Id;
#include "driver/trim/Keywords.def"
}

SymbolId SymbolTable::add(StringRef Text, uint32_t Hash) {
  if (SymbolId Known = find(Text, Hash))
    return Known;
  if (Symbols.size() * 2 > Slots.size())
    grow();
  Symbols.push_back({.Text = Text.data(), .Length = uint16_t(Text.size())});
  size_t At = Hash & Mask;
  while (Slots[At].Id)
    At = (At + 1) & Mask;
  Slots[At] = {Hash, SymbolId(Symbols.size() - 1)};
  return Symbols.size() - 1;
}

void SymbolTable::grow() {
  std::vector<Slot> Old(Slots.size() * 4);
  Old.swap(Slots);
  Mask = Slots.size() - 1;
  for (const Slot &Each : Old) {
    if (!Each.Id)
      continue;
    size_t At = Each.Hash & Mask;
    while (Slots[At].Id)
      At = (At + 1) & Mask;
    Slots[At] = Each;
  }
}

void SymbolTable::forget(DeclarationId Begin) {
  auto IsForgotten = [Begin](DeclarationId Id) { return Id != NoDeclaration && Id >= Begin; };
  for (Symbol &Each : Symbols) {
    if (IsForgotten(Each.NamedBy)) {
      Each.Name = Symbol::Undeclared;
      Each.NamedBy = NoDeclaration;
      Each.IsSuspect = true;
    }
    Tag *OfThat = Each.TagIndex ? &Tags[Each.TagIndex] : nullptr;
    if (!OfThat || !(IsForgotten(OfThat->DefinedBy) || IsForgotten(OfThat->Announced)))
      continue;
    *OfThat = Tag{OfThat->Word};
    Each.IsSuspect = true;
  }
}

Tag &SymbolTable::addTag(SymbolId Id, Keyword Word) {
  Symbols[Id].TagIndex = Tags.size();
  Tags.push_back({.Word = Word, .Type = {.Is = Word == Keyword::Enum ? Shape::Enum : Shape::Record}});
  return Tags.back();
}

void SymbolTable::setType(SymbolId Id, const Shape &Type) {
  Symbols[Id].TypeIndex = Types.size();
  Types.push_back(Type);
}

} // namespace bpf::trim
