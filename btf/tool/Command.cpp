// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Files in, text out.
#include "btf/tool/Command.h"
#include "btf/tool/MappedFile.h"
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace bpf::btf {

std::string Words::value(std::string_view Option, std::string_view Otherwise) const {
  auto Found = Options.find(Option);
  return Found == Options.end() ? std::string(Otherwise) : Found->second;
}

Exit fail(std::string_view Message, Exit Code) {
  bool InColour = isatty(STDERR_FILENO) && !getenv("NO_COLOR");
  std::fprintf(stderr, "%s%.*s\n",
               InColour ? "bpfbtf: \033[1;31merror:\033[0m " : "bpfbtf: error: ", int(Message.size()), Message.data());
  return Code;
}

std::optional<Loaded> load(const std::string &Path, std::shared_ptr<const TypeGraph> Base) {
  Result<MappedFile> Content = MappedFile::open(Path);
  if (!Content) {
    fail(makeError("'", Path, "': ", Content.error().Message).Message);
    return std::nullopt;
  }
  Result<TypeFile> File = decodeFile(Content->bytes(), std::move(Base));
  if (!File) {
    fail(makeError("'", Path, "': ", File.error().Message).Message);
    return std::nullopt;
  }
  return Loaded{std::move(*File)};
}

std::optional<Loaded> loadOnBase(const std::string &Path, const Words &Given) {
  if (!Given.has("base"))
    return load(Path);
  std::optional<Loaded> Base = load(Given.value("base"));
  if (!Base)
    return std::nullopt;
  return load(Path, std::make_shared<const TypeGraph>(std::move(Base->File.Types)));
}

StandardOutput::StandardOutput()
    : Text(std::make_unique<TextOutput>([this](std::string_view Block) {
        while (!Block.empty() && !Errno) {
          ssize_t Count = write(STDOUT_FILENO, Block.data(), Block.size());
          if (Count >= 0)
            Block.remove_prefix(Count);
          else if (errno != EINTR)
            Errno = errno;
        }
      })) {}

Exit StandardOutput::finish() {
  Text.reset();
  return Errno ? fail(makeError("cannot write standard output: ", std::strerror(Errno)).Message, NotPossible) : Good;
}

} // namespace bpf::btf
