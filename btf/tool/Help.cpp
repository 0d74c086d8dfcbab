// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Help is made of the same rows that the words are read by.
#include "btf/tool/Help.h"
#include "btf/tool/Choices.h"
#include <algorithm>

namespace bpf::btf {

enum CommandNumber : unsigned {
#define COMMAND(Id, Name, Arguments, Summary) Number##Id,
#include "btf/tool/Commands.def"
};

static constexpr CommandRow Commands[] = {
#define COMMAND(Id, Name, Arguments, Summary) {Name, Arguments, Summary, run##Id, Number##Id},
#include "btf/tool/Commands.def"
};

static constexpr OptionRow Options[] = {
#define OPTION(Id, Name, Letter, Value, Help) {Number##Id, Name, Letter, Value, Help},
#include "btf/tool/Commands.def"
};

std::span<const CommandRow> commands() { return Commands; }

std::span<const OptionRow> options(const CommandRow &Command) {
  // The rows of a command are adjacent.
  auto IsOwn = [&](const OptionRow &Row) { return Row.Command == Command.Number; };
  const OptionRow *First = std::find_if(std::begin(Options), std::end(Options), IsOwn);
  return {First, std::find_if_not(First, std::end(Options), IsOwn)};
}

const OptionRow *byLetter(const CommandRow &Command, char Letter) {
  for (const OptionRow &Row : options(Command))
    if (Row.Letter == Letter)
      return &Row;
  return nullptr;
}

/// How many letters have to be changed, added or left out to make one of the other.
static size_t distance(std::string_view A, std::string_view B) {
  std::vector<size_t> Row(B.size() + 1);
  for (size_t Column = 0; Column <= B.size(); ++Column)
    Row[Column] = Column;
  for (size_t Line = 1; Line <= A.size(); ++Line) {
    size_t Before = std::exchange(Row[0], Line);
    for (size_t Column = 1; Column <= B.size(); ++Column) {
      size_t Changed = Before + (A[Line - 1] != B[Column - 1]);
      Before = Row[Column];
      Row[Column] = std::min({Changed, Row[Column] + 1, Row[Column - 1] + 1});
    }
  }
  return Row.back();
}

std::string didYouMean(std::string_view Name) {
  constexpr size_t Near = 2;
  for (const CommandRow &Row : Commands)
    if (distance(Name, Row.Name) <= Near)
      return ", did you mean '" + std::string(Row.Name) + "'?";
  return "";
}

static std::string padded(std::string Text, size_t Width) {
  Text.resize(std::max(Text.size() + 1, Width), ' ');
  return Text;
}

Exit printHelp() {
  StandardOutput Out;
  Out.text() << "usage: bpfbtf COMMAND [OPTION...] FILE...\n\n"
                "Prints, checks, compares, merges and encodes BTF, the types of BPF objects and kernels. FILE is an\n"
                "ELF file with a section .BTF, or raw BTF such as /sys/kernel/btf/vmlinux.\n\n";
  for (const CommandRow &Row : Commands)
    Out.text() << "  " << padded(std::string(Row.Name), 8) << Row.Summary << '\n';
  Out.text() << "\nbpfbtf COMMAND --help describes its options; bpfbtf --help=man prints the manual page,\n"
                "bpfbtf --version the release.\n"
                "Exit status: 0 success, 1 wrong input or a difference, 2 failure.\n";
  return Out.finish();
}

Exit printHelp(const CommandRow &Command) {
  StandardOutput Out;
  Out.text() << "usage: bpfbtf " << Command.Name << " [OPTION...] " << Command.Arguments << "\n\n"
             << Command.Summary << "\n\n";
  for (const OptionRow &Row : options(Command)) {
    std::string Left = Row.Letter ? std::string("-") + Row.Letter + ", " : "";
    Left += "--" + std::string(Row.Name) + (Row.Value.empty() ? "" : "=" + std::string(Row.Value));
    Out.text() << "  " << padded(Left, 20) << Row.Help << '\n';
    for (const Choice &Each : choices(Row))
      Out.text() << "    " << padded(std::string(Each.Name), 18) << Each.Summary << '\n';
  }
  return Out.finish();
}

Exit printVersion() {
  StandardOutput Out;
  Out.text() << "bpfbtf (BPFToolchain) " BPFTOOLCHAIN_VERSION "\n";
  return Out.finish();
}

} // namespace bpf::btf
