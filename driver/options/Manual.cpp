// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The page is bpfcc.1; its lists come from the option tables and the checks.
#include "driver/options/Manual.h"
#include "driver/options/OptionTable.h"
#include "driver/options/OptionValues.h"
#include "driver/options/Options.h"
#include "support/Roff.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace bpf {

#include "driver/bpfcc.1.inc"

/// A group's heading: "Target" for "TARGET".
static std::string heading(StringRef Title) {
  return ".SS " + manual::escaped(Title.take_front(1).upper() + Title.drop_front(1).lower()) + "\n";
}

/// The values of an option; empty if the help names all of them, or if they are a section of the page.
static std::string known(unsigned Id, StringRef Help) {
  OptionValues Known = valuesOf(Id);
  if (Id == own::OPT_explain_EQ || Known.AreInHelp ||
      all_of(Known.Words, [&](StringRef Word) { return Help.contains(Word); }))
    return "";
  return "\nValues: " + manual::escaped(join(Known.Words, ", ")) + ".";
}

static std::string ownOption(unsigned Id) {
  const opt::OptTable &Table = own::table();
  const char *Help = Table.getOptionHelpText(Id);
  const char *Value = Table.getOptionMetaVar(Id);
  return manual::entry(Table.getOptionPrefixedName(Id).str(), Value ? Value : "",
                       manual::escaped(Help) + "." + known(Id, Help));
}

static std::string ownOptions() {
  const opt::OptTable &Table = own::table();
  std::string Text;
  for (unsigned Group : optionGroups()) {
    Text += heading(Table.getOptionHelpText(Group));
    for (unsigned Id : optionsOf(Group))
      Text += ownOption(Id);
  }
  return Text;
}

static std::string clangOptions() {
  std::string Text;
  for (const ClangOptionHelp &Each : usualClangOptions())
    Text += manual::entry(Each.Spelling, "", manual::escaped(Each.Text) + ".");
  return Text;
}

static std::string checkEntries() {
  std::string Text;
  for (const CheckRow &Row : checks())
    Text += manual::entry(("-Wbpf-" + Row.Name).str(), "", manual::sentence(Row.Summary.str()));
  return Text;
}

static std::string transformEntries() {
  std::string Text;
  for (const TransformRow &Row : transforms())
    Text += manual::entry(("-fbpf-" + Row.Name).str(), "", manual::sentence(Row.Summary.str()));
  return Text;
}

void printManual(raw_ostream &Out) {
  Out << manual::filled(Page, {{"OPTIONS", ownOptions()},
                               {"CLANG", clangOptions()},
                               {"CHECKS", checkEntries()},
                               {"TRANSFORMS", transformEntries()}});
}

} // namespace bpf
