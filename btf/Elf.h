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
};

bool isElf(ByteView File);
Result<ElfFile> openElf(ByteView File);
/// The bytes of a section; they live as long as the file.
Result<ByteView> content(const ElfSection &Section);
/// What libelf says went wrong last.
Error elfError(std::string_view While);

} // namespace bpf::btf

#endif
