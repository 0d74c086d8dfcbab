// Prints the options of clang's driver that begin with a prefix, each with a value where it needs one: all that its table has, also those
// that --help-hidden does not show.
#include "clang/Options/Options.h"
#include "llvm/Option/OptTable.h"
#include <cstdio>
#include <string>
#include <vector>

using namespace llvm::opt;

int main(int Count, char **Words) {
  const OptTable &Table = clang::getDriverOptTable();
  for (unsigned Id = 1; Id <= Table.getNumOptions(); ++Id) {
    Option O = Table.getOption(Id);
    if (O.getKind() == Option::GroupClass || O.getKind() == Option::InputClass || O.getKind() == Option::UnknownClass)
      continue;
    std::string Name = O.getPrefixedName().str();
    if (Count < 2 || Name.rfind(Words[1], 0) != 0 || !O.hasVisibilityFlag(clang::options::ClangOption))
      continue;
    std::vector<std::string> Values = Table.suggestValueCompletions(Name, "");
    bool NeedsValue = O.getKind() == Option::JoinedClass || O.getKind() == Option::CommaJoinedClass;
    bool IsSeparate = O.getKind() == Option::SeparateClass || O.getKind() == Option::JoinedOrSeparateClass;
    std::string Value = Values.empty() ? "x" : Values.front();
    std::printf("%s%s%s\n", Name.c_str(), IsSeparate ? " " : "", NeedsValue || IsSeparate ? Value.c_str() : "");
  }
}
