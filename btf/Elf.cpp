// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libelf validates its input; its messages about damage are passed on.
#include "btf/Elf.h"
#include <cstring>

namespace bpf::btf {

Error elfError(std::string_view While) {
  const char *Text = elf_errmsg(-1);
  return makeError(While, ": ", Text ? Text : "no reason given");
}

bool isElf(ByteView File) { return File.size() >= SELFMAG && std::memcmp(File.data(), ELFMAG, SELFMAG) == 0; }

const ElfSection *ElfFile::find(std::string_view Name) const {
  for (const ElfSection &Each : Sections)
    if (Each.Name == Name)
      return &Each;
  return nullptr;
}

std::endian ElfFile::order() const {
  return Header.e_ident[EI_DATA] == ELFDATA2MSB ? std::endian::big : std::endian::little;
}

unsigned ElfFile::pointerBytes() const { return Header.e_ident[EI_CLASS] == ELFCLASS32 ? 4 : 8; }

Result<ElfFile> openElf(ByteView File) {
  elf_version(EV_CURRENT);
  // Opened for reading only: libelf's API has no const.
  ElfFile Opened{ElfHandle(elf_memory(const_cast<char *>(File.data()), File.size())), {}, {}};
  size_t Names = 0;
  if (!Opened.Handle || !gelf_getehdr(Opened.Handle, &Opened.Header) || elf_getshdrstrndx(Opened.Handle, &Names) != 0)
    return elfError("it is a damaged ELF file");
  for (Elf_Scn *Next = nullptr; (Next = elf_nextscn(Opened.Handle, Next));) {
    ElfSection Section{"", {}, Next, elf_ndxscn(Next)};
    if (!gelf_getshdr(Next, &Section.Header))
      return elfError("it is a damaged ELF file");
    const char *Name = elf_strptr(Opened.Handle, Names, Section.Header.sh_name);
    Section.Name = Name ? Name : "";
    Opened.Sections.push_back(std::move(Section));
  }
  return Opened;
}

Result<ByteView> content(const ElfSection &Section) {
  if (Section.Header.sh_flags & SHF_COMPRESSED)
    return makeError("section '", Section.Name, "' is compressed, which is not supported");
  Elf_Data *Data = elf_rawdata(Section.Handle, nullptr);
  if (!Data)
    return elfError(makeError("the content of section '", Section.Name, "' cannot be read").Message);
  return Data->d_buf ? ByteView(static_cast<const char *>(Data->d_buf), Data->d_size) : ByteView();
}

} // namespace bpf::btf
