// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the commands of bpfbtf share: parsing a call, reading files, writing text, printing errors.
#ifndef BPFTOOLCHAIN_BTF_TOOL_COMMAND_H
#define BPFTOOLCHAIN_BTF_TOOL_COMMAND_H

#include "btf/BTF.h"
#include <map>

namespace bpf::btf {

/// What a call ends with.
enum Exit {
  Good = 0,
  Wrong = 1,       ///< what was given is wrong: a word, a file; or what was compared differs
  NotPossible = 2, ///< it could not be done: a permission, a full disk
};

/// A parsed call: options of the command by their long name, and the other words in order.
struct Words {
  std::map<std::string, std::string, std::less<>> Options;
  std::vector<std::string> Others;

  bool has(std::string_view Option) const { return Options.find(Option) != Options.end(); }
  /// The value of an option; Otherwise where it was not given.
  std::string value(std::string_view Option, std::string_view Otherwise = "") const;
};

#define COMMAND(Id, Name, Arguments, Summary) Exit run##Id(const Words &Given);
#include "btf/tool/Commands.def"

/// Prints "bpfbtf: error: ..." on standard error. \returns \p Code, to end the call with.
Exit fail(std::string_view Message, Exit Code = Wrong);

/// A file with its types; null after an error that names the file was printed.
struct Loaded {
  TypeFile File;
};
std::optional<Loaded> load(const std::string &Path, std::shared_ptr<const TypeGraph> Base = nullptr);
/// The same, on the base that --base names, if any.
std::optional<Loaded> loadOnBase(const std::string &Path, const Words &Given);

/// Standard output. Write errors are reported at the end.
class StandardOutput {
public:
  StandardOutput();
  TextOutput &text() { return *Text; }
  /// Writes the rest. \returns Good, or NotPossible after an error was printed.
  Exit finish();

private:
  int Errno = 0;
  std::unique_ptr<TextOutput> Text;
};

} // namespace bpf::btf

#endif
