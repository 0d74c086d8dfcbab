// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfbtf(1): the page is bpfbtf.1; the commands come from Commands.def.
#include "btf/tool/Choices.h"
#include "btf/tool/Help.h"
#include "support/Roff.h"

namespace bpf::btf {

#include "btf/tool/bpfbtf.1.inc"

static std::string usage(const CommandRow &Row) {
  return "\\fBbpfbtf " + std::string(Row.Name) + "\\fR [\\fIoption\\fR...] \\fI" + manual::escaped(Row.Arguments) +
         "\\fR\n";
}

static std::string synopsis() {
  std::string Text;
  for (const CommandRow &Row : commands())
    Text += (Text.empty() ? "" : ".br\n") + usage(Row);
  return Text;
}

static std::string optionEntry(const OptionRow &Row) {
  std::string Name = "--" + std::string(Row.Name) + (Row.Value.empty() ? "" : "=");
  if (Row.Letter)
    Name = std::string("-") + Row.Letter + ", " + Name;
  std::string Text = manual::entry(Name, Row.Value, manual::sentence(Row.Help));
  if (choices(Row).empty())
    return Text;
  Text += ".RS\n";
  for (const Choice &Each : choices(Row))
    Text += manual::entry(Each.Name, "", manual::sentence(Each.Summary));
  return Text + ".RE\n";
}

static std::string commandSections() {
  std::string Text;
  for (const CommandRow &Row : commands()) {
    Text += ".SS " + std::string(Row.Name) + "\n" + usage(Row) + ".PP\n" + manual::sentence(Row.Summary) + "\n";
    for (const OptionRow &Option : options(Row))
      Text += optionEntry(Option);
  }
  return Text;
}

Exit printManual() {
  StandardOutput Out;
  Out.text() << manual::filled(Page, {{"SYNOPSIS", synopsis()}, {"COMMANDS", commandSections()}});
  return Out.finish();
}

} // namespace bpf::btf
