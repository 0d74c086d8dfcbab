// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfbtf: shows, checks, compares and merges BTF. Each command is a file of its own; Commands.def lists them.
#include "btf/tool/Command.h"
#include "btf/tool/Help.h"
#include "support/Heap.h"
#include <csignal>
#include <cstdio>
#include <getopt.h>
#include <new>
#include <unistd.h>

using namespace bpf::btf;

/// Parses the words after the command's name; nothing after getopt has printed an error.
static std::optional<Words> parse(const CommandRow &Command, int Count, char **Arguments) {
  Words Given;
  std::vector<option> Long = {{"help", no_argument, nullptr, 'h'}};
  std::string Short = "h";
  std::vector<const OptionRow *> Rows = {nullptr};
  for (const OptionRow &Row : options(Command)) {
    bool NeedsValue = !Row.Value.empty();
    // A literal of the table. NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage)
    Long.push_back({Row.Name.data(), NeedsValue ? required_argument : no_argument, nullptr, 0});
    Rows.push_back(&Row);
    if (Row.Letter)
      (Short += Row.Letter) += NeedsValue ? ":" : "";
  }
  Long.push_back({});
  int Index = 0, Letter;
  while ((Letter = getopt_long(Count, Arguments, Short.c_str(), Long.data(), &Index)) != -1) {
    if (Letter == '?')
      return std::nullopt;
    if (Letter == 'h') {
      Given.Options["help"];
      continue;
    }
    const OptionRow *Row = Letter ? byLetter(Command, char(Letter)) : Rows[Index];
    Given.Options[std::string(Row->Name)] = optarg ? optarg : "";
  }
  Given.Others.assign(Arguments + optind, Arguments + Count);
  return Given;
}

static Exit runCommand(const CommandRow &Command, int Count, char **Arguments) {
  std::string Name = "bpfbtf " + std::string(Command.Name);
  Arguments[0] = Name.data(); // what getopt puts before its messages
  std::optional<Words> Given = parse(Command, Count, Arguments);
  if (!Given)
    return Wrong;
  return Given->has("help") ? printHelp(Command) : Command.Run(*Given);
}

/// Reports it without allocating. A temporary file is removed by the next run.
[[noreturn]] static void endWithoutMemory() {
  constexpr char Message[] = "bpfbtf: error: out of memory\n";
  [[maybe_unused]] ssize_t Written = write(STDERR_FILENO, Message, sizeof(Message) - 1);
  _exit(NotPossible);
}

int main(int Count, char **Arguments) {
  std::set_new_handler(endWithoutMemory);
  bpf::allocateInBlocks();
  // A reader that has seen enough, as head, ends us quietly.
  std::signal(SIGPIPE, SIG_DFL);
  std::string_view First = Count > 1 ? Arguments[1] : "";
  if (First == "--autocomplete")
    return printCompletion({Arguments + 2, size_t(Count) - 2});
  if (First == "--help=man")
    return printManual();
  if (First == "--version")
    return printVersion();
  if (First.empty() || First == "--help" || First == "-h") {
    Exit Printed = printHelp();
    return First.empty() ? Wrong : Printed;
  }
  for (const CommandRow &Command : commands())
    if (Command.Name == First)
      return runCommand(Command, Count - 1, Arguments + 1);
  return fail(makeError("unknown command '", First, "'", didYouMean(First), "; see bpfbtf --help").Message);
}
