// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The kept declarations, each in a line of its own, or in the line that it has in the header.
#include "driver/trim/KeptText.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace bpf::trim {

static StringRef tagWord(const Tag &Of) { return Of.Word == Keyword::Union ? "union " : "struct "; }

std::string keptText(const Headers &All, const Header &Of, ArrayRef<Fate> Fates, bool KeepsLines) {
  std::string Text;
  const char *Done = Of.Text.begin();
  for (DeclarationId Id = Of.Begin; Id != Of.End; ++Id) {
    const Declaration &Each = All.Declarations[Id];
    if (Fates[Id] == Fate::Dropped)
      continue;
    if (KeepsLines)
      Text.append(StringRef(Done, Each.Text.begin() - Done).count('\n'), '\n');
    if (Text.empty() || Text.back() != '\n')
      Text += KeepsLines ? ' ' : '\n';
    if (Fates[Id] == Fate::Kept)
      Text += Each.Text;
    else
      Text += (tagWord(*All.Symbols.tag(Each.Record)) + All.Symbols[Each.Record].text() + "{char " + PlaceholderMember +
               ";};")
                  .str();
    Done = Each.Text.end();
  }
  Text += '\n';
  return Text;
}

std::string directivesOf(const Headers &All, const Header &Of) {
  std::string Text;
  for (DeclarationId Id = Of.Begin; Id != Of.End; ++Id)
    if (All.Declarations[Id].IsDirective)
      Text += (All.Declarations[Id].Text + "\n").str();
  return Text;
}

} // namespace bpf::trim
