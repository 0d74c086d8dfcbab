// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A set is complete if it has the header that each program includes, and what that includes for the machine.
#include "driver/options/HeaderSets.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include <sys/utsname.h>

using namespace llvm;

namespace bpf {

static bool has(const Twine &Folder, StringRef Header) { return sys::fs::exists(Folder + "/" + Header); }

/// True if /usr/include itself has the machine's headers, as where a distribution knows one machine only.
static bool isOwnMachine(const Options &Opts, const Target &T) {
  utsname Names;
  return !Opts.Sysroot.empty() || (uname(&Names) == 0 && T.architecture().Machine == Names.machine);
}

static HeaderSet hostKernel(const Options &Opts, const Target &T, bool &IsComplete) {
  std::string Usr = Opts.Sysroot + "/usr", Multiarch = T.architecture().Multiarch.str();
  IsComplete = true;
  if (has(Usr + "/include", "linux/bpf.h") && (has(Usr + "/include/" + Multiarch, "asm/types.h") ||
                                               (isOwnMachine(Opts, T) && has(Usr + "/include", "asm/types.h"))))
    return {false, {}, Usr + "/include has <linux/bpf.h> and <asm/types.h>"};
  // Debian's packages for cross compilers, such as linux-libc-dev-arm64-cross.
  if (std::string Cross = Usr + "/" + Multiarch + "/include"; has(Cross, "linux/bpf.h") && has(Cross, "asm/types.h"))
    return {false, {Cross}, "the host's for " + T.architecture().Machine.str()};
  IsComplete = false;
  return {false, {}, "without <linux/bpf.h> or <asm/types.h> for " + T.architecture().Machine.str()};
}

static HeaderSet hostLibbpf(const Options &Opts, bool &IsComplete) {
  for (const char *Each : {"/usr/local/include", "/usr/include"})
    if (std::string Folder = Opts.Sysroot + Each; has(Folder, "bpf/bpf_helpers.h")) {
      IsComplete = true;
      return {false, {}, Folder + " has <bpf/bpf_helpers.h>"};
    }
  IsComplete = false;
  return {false, {}, "without <bpf/bpf_helpers.h>"};
}

static Error missing(StringRef Folder, StringRef Header) {
  return createStringError(formatv("--headers=bundled: there is no '{0}/{1}'; bpfcc was built without them "
                                   "(-DBPFTOOLCHAIN_HEADERS), or they do not include this machine",
                                   Folder, Header)
                               .str());
}

Expected<HeaderSets> HeaderSets::find(const Options &Opts, const Target &T, const Installation &Installed) {
  bool HasKernel, HasLibbpf;
  HeaderSets Found{hostKernel(Opts, T, HasKernel), hostLibbpf(Opts, HasLibbpf)};
  if (Opts.Headers == HeaderChoice::Host || Opts.NoStandardIncludes)
    return Found;

  bool IsWanted = Opts.Headers == HeaderChoice::Bundled;
  std::string Reason =
      IsWanted ? "named by --headers" : "the host's are not complete for " + T.architecture().Machine.str();
  std::string Kernel = Installed.Bundled + "/kernel", Machine = Kernel + "/" + T.architecture().Multiarch.str();
  std::string Libbpf = Installed.Bundled + "/libbpf";
  if (IsWanted || !HasKernel) {
    if (has(Kernel, "linux/bpf.h") && has(Machine, "asm/types.h"))
      Found.Kernel = {true, {Machine, Kernel}, Reason};
    else if (IsWanted)
      return missing(has(Kernel, "linux/bpf.h") ? Machine : Kernel,
                     has(Kernel, "linux/bpf.h") ? "asm/types.h" : "linux/bpf.h");
  }
  if (IsWanted || !HasLibbpf) {
    if (has(Libbpf, "bpf/bpf_helpers.h"))
      Found.Libbpf = {true, {Libbpf}, IsWanted ? Reason : "the host has no <bpf/bpf_helpers.h>"};
    else if (IsWanted)
      return missing(Libbpf, "bpf/bpf_helpers.h");
  }
  return Found;
}

} // namespace bpf
