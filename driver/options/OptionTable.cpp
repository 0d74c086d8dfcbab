// The generated table, and --help's view of it and of clang's.
#include "driver/options/OptionTable.h"
#include "driver/options/Options.h"
#include "clang/Options/Options.h"
#include "llvm/Support/Format.h"
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

/// "--kernel=X.Y|running": an option with what it takes.
static std::string spelling(const OptTable &Table, unsigned Id) {
  std::string Text = Table.getOptionPrefixedName(Id).str();
  const char *Takes = Table.getOptionMetaVar(Id);
  return Takes ? Text + (StringRef(Text).ends_with("=") ? "" : " ") + Takes : Text;
}

ArrayRef<unsigned> optionGroups() {
  static constexpr unsigned Groups[] = {own::OPT_target_group, own::OPT_profile_group, own::OPT_shown_group,
                                        own::OPT_check_group};
  return Groups;
}

void printOwnOptions(raw_ostream &Out) {
  const OptTable &Table = own::table();
  for (unsigned Group : optionGroups()) {
    Out << '\n' << Table.getOptionHelpText(Group) << ":\n";
    for (unsigned Id = 1; Id <= Table.getNumOptions(); ++Id)
      if (Table.getOptionGroupID(Id) == Group)
        Out << format("  %-28s %s\n", spelling(Table, Id).c_str(), Table.getOptionHelpText(Id));
  }
  Out << "\n  -fplugin-arg-bpfcc-NAME[=VALUE] is each of these, and -Wbpf-X below, in a form that plain clang and\n"
         "  clangd take in silence: -fplugin-arg-bpfcc-kernel=5.15, -fplugin-arg-bpfcc-Wno-bpf-stack-size.\n";
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
