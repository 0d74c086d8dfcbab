// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Each program is asked for its version.
#include "driver/doctor/ToolFacts.h"
#include "passes/target/Target.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include <cstdlib>

using namespace llvm;

namespace bpf {

namespace {

struct Tool {
  StringLiteral Name, Option, Without;
};

} // namespace

/// Debian keeps some of them out of an ordinary user's PATH.
static std::optional<std::string> find(StringRef Name) {
  if (ErrorOr<std::string> Path = sys::findProgramByName(Name))
    return *Path;
  if (ErrorOr<std::string> Path = sys::findProgramByName(Name, {"/usr/sbin", "/sbin", "/usr/local/sbin"}))
    return *Path;
  return std::nullopt;
}

/// The first line that a program prints about its version; empty where it prints none within a second.
static std::string versionOf(const std::string &Path, StringRef Option) {
  SmallString<128> Printed;
  if (sys::fs::createTemporaryFile("bpfcc-doctor", "txt", Printed))
    return "";
  constexpr unsigned Seconds = 1;
  std::optional<StringRef> Redirects[] = {StringRef(""), Printed.str(), Printed.str()};
  sys::ExecuteAndWait(Path, {Path, Option}, std::nullopt, Redirects, Seconds);
  auto Text = MemoryBuffer::getFile(Printed);
  std::string Line = Text ? (*Text)->getBuffer().split('\n').first.trim().str() : "";
  sys::fs::remove(Printed);
  return Line;
}

static void addTools(Facts &Found, const Target &T) {
  std::string Emulator = formatv("qemu-system-{0}", T.architecture().Machine);
  const Tool Tools[] = {
      {"ip", "-V", "XDP programs cannot be attached with it: install iproute2"},
      {"tc", "-V", "tc programs cannot be attached with it: install iproute2"},
      {"bpftool", "version", "programs and maps cannot be listed, skeletons not made: install bpftool"},
      {"pahole", "--version", "bpfcc does not need it"}};
  for (const Tool &Each : Tools) {
    std::optional<std::string> Path = find(Each.Name);
    Found.push_back({"tools", Each.Name.str(), Path ? versionOf(*Path, Each.Option) : "not found",
                     Path ? Health::Good : Health::Missing, Path ? "" : Each.Without.str()});
    if (Path && Each.Name == "tc" && !StringRef(Found.back().Value).contains("libbpf")) {
      Found.back().State = Health::Missing;
      Found.back().Remedy = "it has no libbpf: compile with --loader=iproute2-legacy for it";
    }
  }
  std::optional<std::string> Path = find(Emulator);
  Found.push_back({"tools", Emulator, Path ? versionOf(*Path, "--version") : "not found",
                   Path ? Health::Good : Health::Missing, Path ? "" : "--verify=6.1 cannot boot another kernel"});
  bool HasDevice = sys::fs::exists("/sys/bus/netdevsim");
  Found.push_back({"tools", "netdevsim", HasDevice ? "yes" : "no", HasDevice ? Health::Good : Health::Missing,
                   HasDevice ? "" : "XDP offload cannot be tried: modprobe netdevsim"});
}

static void addHeader(Facts &Found, StringRef Name, ArrayRef<std::string> Folders, StringRef Package) {
  for (const std::string &Each : Folders)
    if (std::string Path = Each + "/" + Name.str(); sys::fs::exists(Path)) {
      Found.push_back({"headers", Name.str(), Path});
      return;
    }
  Found.push_back({"headers", Name.str(), "not found", Health::Needed, formatv("install {0}", Package)});
}

Facts toolFacts(const Target &T, const Installation &Installed) {
  Facts Found;
  std::string Multiarch = "/usr/include/" + T.architecture().Multiarch.str();
  std::string Kernel = Installed.Bundled + "/kernel";
  addHeader(Found, "linux/bpf.h", {Installed.HeaderDir, "/usr/include", Kernel}, "linux-libc-dev");
  addHeader(Found, "asm/types.h",
            {Installed.HeaderDir, Multiarch, "/usr/include", Kernel + "/" + T.architecture().Multiarch.str()},
            "linux-libc-dev");
  addHeader(Found, "bpf/bpf_helpers.h",
            {Installed.HeaderDir, "/usr/local/include", "/usr/include", Installed.Bundled + "/libbpf"}, "libbpf-dev");
  addTools(Found, T);
  return Found;
}

} // namespace bpf
