// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the library wants of ELF files, through libelf.
#ifndef BPFTOOLCHAIN_BTF_ELF_H
#define BPFTOOLCHAIN_BTF_ELF_H

#include "btf/BTF.h"
#include <gelf.h>

namespace bpf::btf {

/// libelf's handle, which is closed with this.
class ElfHandle {
public:
  explicit ElfHandle(Elf *Handle) : Handle(Handle) {}
  ElfHandle(ElfHandle &&From) noexcept : Handle(std::exchange(From.Handle, nullptr)) {}
  ElfHandle &operator=(ElfHandle &&) = delete;
  ~ElfHandle() { elf_end(Handle); }

  operator Elf *() const { return Handle; }

private:
  Elf *Handle;
};

struct ElfSection {
  std::string Name;
  GElf_Shdr Header;
  Elf_Scn *Handle;
  size_t Index;
};

/// An ELF file in memory, which lives as long as its bytes.
struct ElfFile {
  ElfHandle Handle;
  GElf_Ehdr Header;
  std::vector<ElfSection> Sections; ///< without the first, which is none

  const ElfSection *find(std::string_view Name) const;
  std::endian order() const;
  unsigned pointerBytes() const;
};

bool isElf(ByteView File);
Result<ElfFile> openElf(ByteView File);
/// The bytes of a section; they live as long as the file.
Result<ByteView> content(const ElfSection &Section);
/// libelf's last error.
Error elfError(std::string_view While);

/// Calls Do(const GElf_Sym &, const char *) with each symbol that has a name.
template <typename Function> Result<Done> eachSymbol(const ElfFile &File, Function Do) {
  for (const ElfSection &Section : File.Sections) {
    if (Section.Header.sh_type != SHT_SYMTAB)
      continue;
    Elf_Data *Data = elf_getdata(Section.Handle, nullptr);
    if (!Data)
      return elfError("the symbols cannot be read");
    GElf_Sym Each;
    for (int Index = 0; gelf_getsym(Data, Index, &Each); ++Index)
      if (const char *Name = elf_strptr(File.Handle, Section.Header.sh_link, Each.st_name); Name && *Name)
        Do(Each, Name);
  }
  return Done();
}

} // namespace bpf::btf

#endif
