// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rows of Commands.def, and the help derived from them.
#ifndef BPFTOOLCHAIN_BTF_TOOL_HELP_H
#define BPFTOOLCHAIN_BTF_TOOL_HELP_H

#include "btf/tool/Command.h"

namespace bpf::btf {

struct CommandRow {
  std::string_view Name, Arguments, Summary;
  Exit (*Run)(const Words &);
  unsigned Number;
};
struct OptionRow {
  unsigned Command;
  std::string_view Name; ///< ends with a zero byte
  char Letter;           ///< 0: none
  std::string_view Value, Help;
};

std::span<const CommandRow> commands();
std::span<const OptionRow> options(const CommandRow &Command);
const OptionRow *byLetter(const CommandRow &Command, char Letter);

/// ", did you mean 'dump'?", or nothing where no command is near.
std::string didYouMean(std::string_view Name);

Exit printHelp();
Exit printHelp(const CommandRow &Command);
/// What the last of a call's words, which the user is writing, may become: a line each, with a tab and its help.
/// Nothing where it is a file.
Exit printCompletion(std::span<char *const> Words);
/// The manual page, in man(7).
Exit printManual();
Exit printVersion();

} // namespace bpf::btf

#endif
