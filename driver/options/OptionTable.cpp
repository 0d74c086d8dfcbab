// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The generated table, and --help's view of it and of clang's.
#include "driver/options/OptionTable.h"
#include "driver/options/Options.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace llvm::opt;

namespace bpf {

namespace own {

#define OPTTABLE_STR_TABLE_CODE
#include "driver/options/Options.inc"
#undef OPTTABLE_STR_TABLE_CODE

#define OPTTABLE_PREFIXES_TABLE_CODE
#include "driver/options/Options.inc"
#undef OPTTABLE_PREFIXES_TABLE_CODE

static constexpr OptTable::Info Infos[] = {
#define OPTION(...) LLVM_CONSTRUCT_OPT_INFO(__VA_ARGS__),
#include "driver/options/Options.inc"
#undef OPTION
};

namespace {
class Options final : public GenericOptTable {
public:
  Options() : GenericOptTable(OptionStrTable, OptionPrefixesTable, Infos) {}
};
} // namespace

const OptTable &table() {
  static const Options Table;
  return Table;
}

} // namespace own

/// "--kernel=X.Y|running": an option with its value.
static std::string spelling(const OptTable &Table, unsigned Id) {
  std::string Text = Table.getOptionPrefixedName(Id).str();
  const char *Value = Table.getOptionMetaVar(Id);
  bool IsJoined = StringRef(Text).ends_with("=") || StringRef(Text).ends_with("bpf-");
  return Value ? Text + (IsJoined ? "" : " ") + Value : Text;
}

ArrayRef<unsigned> optionGroups() {
  static constexpr unsigned Groups[] = {own::OPT_target_group, own::OPT_compilation_group, own::OPT_diagnostics_group,
                                        own::OPT_information_group};
  return Groups;
}

std::vector<unsigned> optionsOf(unsigned Group) {
  const OptTable &Table = own::table();
  std::vector<unsigned> Ids;
  for (unsigned Id = 1; Id <= Table.getNumOptions(); ++Id)
    if (Table.getOptionGroupID(Id) == Group)
      Ids.push_back(Id);
  // The table has --verify= before --verify.
  sort(Ids,
       [&](unsigned A, unsigned B) { return Table.getOptionName(A).compare_insensitive(Table.getOptionName(B)) < 0; });
  return Ids;
}

void printHelpEntry(raw_ostream &Out, const Twine &Name, StringRef Text) {
  constexpr size_t TextColumn = 31, Columns = 100;
  std::string Line = ("  " + Name).str();
  if (Line.size() >= TextColumn) {
    Out << Line << '\n';
    Line.clear();
  }
  Line.resize(TextColumn, ' ');
  for (StringRef Word : split(Text, ' ')) {
    if (Line.size() + Word.size() > Columns) {
      Out << StringRef(Line).rtrim() << '\n';
      Line.assign(TextColumn, ' ');
    }
    (Line += Word) += ' ';
  }
  Out << StringRef(Line).rtrim() << '\n';
}

void printOwnOptions(raw_ostream &Out) {
  const OptTable &Table = own::table();
  for (unsigned Group : optionGroups()) {
    Out << '\n' << Table.getOptionHelpText(Group) << ":\n";
    for (unsigned Id : optionsOf(Group))
      printHelpEntry(Out, spelling(Table, Id), Table.getOptionHelpText(Id));
  }
}

std::vector<ClangOptionHelp> usualClangOptions() {
  using namespace clang::options;
  const OptTable &Table = clang::getDriverOptTable();
  std::vector<ClangOptionHelp> Options;
  for (unsigned Id : {OPT_o, OPT_c, OPT_S, OPT_E, OPT_emit_llvm, OPT_fsyntax_only, OPT_I, OPT_D, OPT_include, OPT_MD,
                      OPT_MF, OPT_O, OPT_g_Flag, OPT__HASH_HASH_HASH, OPT_v, OPT_w})
    if (const char *Text = Table.getOptionHelpText(Id))
      Options.push_back({spelling(Table, Id), Text});
  return Options;
}

} // namespace bpf
