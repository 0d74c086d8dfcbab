// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Without compression: the machine would spend longer on that than on the bytes.
#include "driver/boot/BootArchive.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include <sys/stat.h>

using namespace llvm;

namespace bpf {

static void align(std::string &Archive) { Archive.resize(alignTo(Archive.size(), 4)); }

static void append(std::string &Archive, unsigned Number, StringRef Name, unsigned Mode, StringRef Content) {
  // inode, mode, uid, gid, links, time, bytes, four numbers of devices, bytes of the name with its zero, check sum
  const size_t Fields[] = {Number, Mode, 0, 0, 1, 0, Content.size(), 0, 0, 0, 0, Name.size() + 1, 0};
  Archive += "070701";
  for (size_t Each : Fields)
    Archive += formatv("{0:X-8}", Each).str();
  Archive += Name;
  Archive += '\0';
  align(Archive);
  Archive += Content;
  align(Archive);
}

std::string bootArchive(ArrayRef<BootFile> Files) {
  std::string Archive;
  for (auto [Number, Each] : enumerate(Files))
    append(Archive, Number + 1, Each.Name, S_IFREG | (Each.IsProgram ? 0755 : 0644), Each.Content);
  append(Archive, 0, "TRAILER!!!", 0, "");
  return Archive;
}

} // namespace bpf
