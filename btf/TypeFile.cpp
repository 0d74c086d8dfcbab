// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Files with types: ELF, or BTF and nothing else.
#include "btf/Elf.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bpf::btf {

static Error because(std::string_view What) { return makeError(What, ": ", std::strerror(errno)); }

Result<Bytes> readBytes(const std::string &Path) {
  int File = open(Path.c_str(), O_RDONLY | O_CLOEXEC);
  if (File < 0)
    return because("cannot open the file");
  // A size in /sys is a hint: one byte more, so that the end is found without growing.
  struct stat Status = {};
  Bytes Content(fstat(File, &Status) == 0 && S_ISREG(Status.st_mode) ? Status.st_size + 1 : 1 << 16);
  size_t Filled = 0;
  ssize_t Count;
  while ((Count = read(File, Content.data() + Filled, Content.size() - Filled)) > 0) {
    Filled += Count;
    if (Filled == Content.size())
      Content.resize(2 * Content.size());
  }
  Error Why = because("cannot read the file");
  close(File);
  if (Count < 0)
    return Why;
  Content.resize(Filled);
  return Content;
}

static bool hasSection(ByteView File, std::string_view Name) {
  if (!isElf(File))
    return false;
  Result<ElfFile> Opened = openElf(File);
  return Opened && Opened->find(Name);
}

bool hasTypes(ByteView File) { return hasSection(File, ".BTF"); }
bool hasDwarf(ByteView File) { return hasSection(File, ".debug_info"); }

static Result<TypeFile> decodeElf(ByteView File, const std::shared_ptr<const TypeGraph> &Base) {
  Result<ElfFile> Opened = openElf(File);
  if (!Opened)
    return Opened.error();
  const ElfSection *Types = Opened->find(".BTF"), *Code = Opened->find(".BTF.ext");
  if (!Types || Types->Header.sh_type == SHT_NOBITS)
    return Error{"it has no section .BTF"};
  Result<ByteView> Raw = content(*Types);
  if (!Raw)
    return Raw.error();
  Result<TypeGraph> Graph = decode(*Raw, Base);
  if (!Graph)
    return Error{".BTF: " + Graph.error().Message, Graph.error().IsLimit};
  Graph->PointerBytes = Opened->pointerBytes();
  TypeFile Result{std::move(*Graph), {}, true};
  if (!Code)
    return Result;
  bpf::btf::Result<ByteView> RawCode = content(*Code);
  if (!RawCode)
    return RawCode.error();
  bpf::btf::Result<Extension> Extended = decodeExtension(*RawCode, Result.Types);
  if (!Extended)
    return Extended.error();
  Result.Code = std::move(*Extended);
  return Result;
}

Result<TypeFile> decodeFile(ByteView File, const std::shared_ptr<const TypeGraph> &Base) {
  if (isElf(File))
    return decodeElf(File, Base);
  Result<TypeGraph> Types = decode(File, Base);
  if (!Types)
    return Types.error();
  return TypeFile{std::move(*Types), {}, false};
}

} // namespace bpf::btf
