// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// /proc/config.gz is there with CONFIG_IKCONFIG_PROC; distributions put the same text below /boot.
#include "driver/doctor/KernelConfig.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <sys/utsname.h>
#include <zlib.h>

using namespace llvm;

namespace bpf {

namespace {

struct KernelOption {
  StringLiteral Name, Without;
};

constexpr KernelOption Options[] = {
#define KERNEL_OPTION(Name, Without) {Name, Without},
#include "driver/doctor/KernelOptions.def"
};

} // namespace

/// The text of a file, compressed or not; empty where it cannot be read.
static std::string textOf(const std::string &Path) {
  std::string Text;
  gzFile File = gzopen(Path.c_str(), "rb");
  if (!File)
    return Text;
  char Part[4096];
  for (int Length; (Length = gzread(File, Part, sizeof Part)) > 0;)
    Text.append(Part, size_t(Length));
  gzclose(File);
  return Text;
}

static StringMap<std::string> settings(StringRef Text) {
  StringMap<std::string> Found;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    if (Line.starts_with("CONFIG_"))
      Found[Line.split('=').first] = Line.split('=').second.str();
    Text = Rest;
  }
  return Found;
}

void addConfiguration(Facts &Found) {
  utsname Running = {};
  uname(&Running);
  std::string Boot = std::string("/boot/config-") + Running.release, Text;
  for (const std::string &Path : {std::string("/proc/config.gz"), Boot})
    if (Text.empty())
      Text = textOf(Path);
  if (Text.empty()) {
    Found.push_back({"configuration", "file", "none", Health::Unknown, "neither /proc/config.gz nor " + Boot});
    return;
  }
  StringMap<std::string> Set = settings(Text);
  for (const KernelOption &Each : Options) {
    auto Value = Set.find(Each.Name);
    bool IsSet = Value != Set.end();
    Found.push_back({"configuration", Each.Name.str(), IsSet ? Value->second : "not set",
                     IsSet ? Health::Good : Health::Missing, IsSet ? "" : Each.Without.str()});
  }
}

} // namespace bpf
