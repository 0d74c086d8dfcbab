// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A symbol of debug information is an offset in its section; one of code or data is a section and an offset in it.
#include "btf/dwarf/Relocate.h"
#include "btf/Words.h"

namespace bpf::btf::dwarf {

namespace {

struct Row {
  unsigned Machine, Type, Bytes;
};
constexpr Row Rows[] = {
#define RELOCATION(Machine, Type, Bytes) {Machine, Type, Bytes},
#include "btf/dwarf/RelocationTypes.def"
};

class Relocator {
public:
  Relocator(const ElfFile &File, Bytes &Content) : File(File), Content(Content) {}
  Result<Done> run(const ElfSection &Relocations);

private:
  Result<Done> apply(const GElf_Rela &Each, bool HasAddend);
  uint64_t valueOf(const GElf_Sym &Symbol, unsigned Width) const;

  const ElfFile &File;
  Bytes &Content;
  Elf_Data *Symbols = nullptr;
};

} // namespace

static unsigned widthOf(unsigned Machine, unsigned Type) {
  for (const Row &Each : Rows)
    if (Each.Machine == Machine && Each.Type == Type)
      return Each.Bytes;
  return 0;
}

uint64_t Relocator::valueOf(const GElf_Sym &Symbol, unsigned Width) const {
  bool IsElsewhere = Symbol.st_shndx == SHN_UNDEF || Symbol.st_shndx >= SHN_LORESERVE;
  if (IsElsewhere || Symbol.st_shndx > File.Sections.size() || Width != 8)
    return Symbol.st_value;
  const ElfSection &Section = File.Sections[Symbol.st_shndx - 1];
  return Symbol.st_value | (Section.Header.sh_flags & SHF_ALLOC ? uint64_t(Symbol.st_shndx) << 48 : 0);
}

Result<Done> Relocator::apply(const GElf_Rela &Each, bool HasAddend) {
  unsigned Type = GELF_R_TYPE(Each.r_info), Width = widthOf(File.Header.e_machine, Type);
  if (!Type)
    return Done();
  if (!Width)
    return makeError("relocation ", Type, " of machine ", File.Header.e_machine,
                     " is not supported in .debug sections");
  GElf_Sym Symbol;
  if (!gelf_getsym(Symbols, GELF_R_SYM(Each.r_info), &Symbol) || Each.r_offset > Content.size() ||
      Content.size() - Each.r_offset < Width)
    return Error{"a relocation of debug information is damaged"};
  char *At = Content.data() + Each.r_offset;
  uint64_t Old = 0;
  if (!HasAddend)
    Old = Width == 8 ? load<uint64_t>(At, File.order()) : load<uint32_t>(At, File.order());
  uint64_t New = valueOf(Symbol, Width) + (HasAddend ? Each.r_addend : Old);
  Width == 8 ? store<uint64_t>(At, New, File.order()) : store<uint32_t>(At, New, File.order());
  return Done();
}

Result<Done> Relocator::run(const ElfSection &Relocations) {
  size_t Link = Relocations.Header.sh_link;
  if (Link == 0 || Link > File.Sections.size() || File.Sections[Link - 1].Header.sh_type != SHT_SYMTAB)
    return Error{"relocations of debug information have no symbols"};
  Symbols = elf_getdata(File.Sections[Link - 1].Handle, nullptr);
  Elf_Data *Data = elf_getdata(Relocations.Handle, nullptr);
  if (!Symbols || !Data)
    return elfError("relocations of debug information cannot be read");
  bool HasAddend = Relocations.Header.sh_type == SHT_RELA;
  size_t Count = Relocations.Header.sh_entsize ? Data->d_size / Relocations.Header.sh_entsize : 0;
  for (size_t Index = 0; Index < Count; ++Index) {
    GElf_Rela Each = {};
    GElf_Rel Short = {};
    if (HasAddend ? !gelf_getrela(Data, Index, &Each) : !gelf_getrel(Data, Index, &Short))
      return Error{"a relocation of debug information is damaged"};
    if (!HasAddend)
      Each = {Short.r_offset, Short.r_info, 0};
    if (Result<Done> R = apply(Each, HasAddend); !R)
      return R;
  }
  return Done();
}

static bool isFor(const ElfSection &Relocations, const ElfSection &Section) {
  return (Relocations.Header.sh_type == SHT_RELA || Relocations.Header.sh_type == SHT_REL) &&
         Relocations.Header.sh_info == Section.Index;
}

bool hasRelocations(const ElfFile &File, const ElfSection &Section) {
  for (const ElfSection &Each : File.Sections)
    if (isFor(Each, Section))
      return true;
  return false;
}

Result<Done> relocate(const ElfFile &File, const ElfSection &Section, Bytes &Content) {
  for (const ElfSection &Each : File.Sections)
    if (isFor(Each, Section))
      if (Result<Done> R = Relocator(File, Content).run(Each); !R)
        return R;
  return Done();
}

} // namespace bpf::btf::dwarf
