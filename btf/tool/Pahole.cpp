// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// pahole 1.22 and later write BTF beside the file; started without a shell, so that any name of a file will do.
#include "btf/tool/Pahole.h"
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bpf::btf {

static Result<Done> run(const std::string &Output, const std::string &Path) {
  std::string Detached = "--btf_encode_detached=" + Output;
  const char *Words[] = {
      "pahole",         "-J",         "-j1",  "--btf_gen_floats", "--btf_encode_force", "--lang_exclude=rust",
      Detached.c_str(), Path.c_str(), nullptr};
  pid_t Child;
  int Status = 0;
  if (int Why = posix_spawnp(&Child, "pahole", nullptr, nullptr, const_cast<char **>(Words), environ))
    return Why == ENOENT ? Error{"pahole is not installed; on Debian: apt-get install dwarves"}
                         : makeError("cannot start pahole: ", std::strerror(Why));
  while (waitpid(Child, &Status, 0) < 0 && errno == EINTR) {
  }
  if (Status)
    return Error{"pahole failed"};
  return Done();
}

Result<TypeGraph> typesByPahole(const std::string &Path) {
  const char *Folder = getenv("TMPDIR");
  std::string Output = std::string(Folder && *Folder ? Folder : "/tmp") + "/bpfbtf-XXXXXX";
  int File = mkstemp(Output.data());
  if (File < 0)
    return makeError("cannot create a temporary file: ", std::strerror(errno));
  close(File);
  Result<Done> Made = run(Output, Path);
  Result<Bytes> Raw = Made ? readBytes(Output) : Made.error();
  unlink(Output.c_str());
  return Raw ? decode(*Raw) : Raw.error();
}

} // namespace bpf::btf
