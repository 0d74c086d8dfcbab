// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Puts types into an object: libelf writes it anew, in memory, section by section. Sections that go move the others up,
// and with them what names a section by its index.
#include "btf/Elf.h"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <sys/mman.h>
#include <unistd.h>

namespace bpf::btf {

namespace {

class Writer {
public:
  Writer(const ElfFile &From, Elf *To) : From(From), To(To), Places(From.Sections.size() + 1, SHN_UNDEF) {}

  Result<Done> write(const Bytes &Types, const Bytes *Code);

private:
  struct New {
    std::string_view Name;
    const Bytes *Content;
  };
  const Bytes *replacement(std::string_view Name) const;
  bool isDropped(std::string_view Name) const;
  size_t place(size_t Old) const { return Old < Places.size() ? Places[Old] : Old; }

  Result<Done> header(size_t Names);
  Result<GElf_Shdr> moved(const ElfSection &Old) const;
  Result<Done> copy(const ElfSection &Old, bool HasNames);
  Result<Done> moveSymbols(Elf_Data &Old, Elf_Data &New);
  void moveGroup(Elf_Data &New);
  void own(Elf_Data &New);
  Result<Done> append(const New &Section);
  /// Adds a section. Contents live as long as this.
  Result<Elf_Data *> make(GElf_Shdr Header, const Elf_Data &Content);

  const ElfFile &From;
  Elf *To;
  std::vector<size_t> Places; ///< the new index of each old section; SHN_UNDEF where it goes
  std::vector<New> News;
  std::string Names; ///< of the sections, with those that are added
  std::deque<std::vector<char>> Copies;
};

/// A file in memory, gone with this.
class Memory {
public:
  Memory() : Descriptor(memfd_create("btf", MFD_CLOEXEC)) {}
  ~Memory() { close(Descriptor); }
  const int Descriptor;
};

} // namespace

const Bytes *Writer::replacement(std::string_view Name) const {
  for (const New &Each : News)
    if (Each.Name == Name)
      return Each.Content;
  return nullptr;
}

bool Writer::isDropped(std::string_view Name) const {
  return Name == ".rel.BTF" || Name == ".rel.BTF.ext" || (Name == ".BTF.ext" && !replacement(Name));
}

Result<Done> Writer::header(size_t Names) {
  GElf_Ehdr Header = From.Header;
  Header.e_shstrndx = place(Names);
  if (!gelf_newehdr(To, Header.e_ident[EI_CLASS]) || !gelf_update_ehdr(To, &Header))
    return elfError("cannot write the object");
  return Done();
}

Result<Elf_Data *> Writer::make(GElf_Shdr Header, const Elf_Data &Content) {
  Elf_Scn *Section = elf_newscn(To);
  Elf_Data *Data = Section ? elf_newdata(Section) : nullptr;
  if (!Data || !gelf_update_shdr(Section, &Header))
    return elfError("cannot write the object");
  *Data = Content;
  return Data;
}

/// Gives it bytes of its own, to be changed.
void Writer::own(Elf_Data &New) {
  const char *First = static_cast<const char *>(New.d_buf);
  New.d_buf = Copies.emplace_back(First, First + New.d_size).data();
}

/// A group is a word of flags, and the sections that belong together.
void Writer::moveGroup(Elf_Data &New) {
  own(New);
  auto *Words = static_cast<Elf32_Word *>(New.d_buf);
  for (size_t Index = 1; Index < New.d_size / sizeof(*Words); ++Index)
    Words[Index] = place(Words[Index]);
}

/// Symbols name their section by its index. libelf wants both contents to be those of sections, no copies of them.
Result<Done> Writer::moveSymbols(Elf_Data &Old, Elf_Data &New) {
  own(New);
  GElf_Sym Symbol;
  for (int Index = 0; gelf_getsym(&Old, Index, &Symbol); ++Index) {
    if (Symbol.st_shndx == SHN_XINDEX)
      return Error{"an object with more than 65,000 sections is not supported"};
    if (Symbol.st_shndx >= SHN_LORESERVE)
      continue;
    Symbol.st_shndx = place(Symbol.st_shndx);
    if (!gelf_update_sym(&New, Index, &Symbol))
      return elfError("cannot write the symbols");
  }
  return Done();
}

/// The section's header in the new object.
Result<GElf_Shdr> Writer::moved(const ElfSection &Old) const {
  // libelf writes each byte up to the next section.
  constexpr GElf_Xword MostAlignment = 1 << 16;
  GElf_Shdr Header = Old.Header;
  if (Header.sh_addralign > MostAlignment)
    return makeError("section '", Old.Name, "' is aligned to ", Header.sh_addralign, " bytes; more than ",
                     MostAlignment, " are not supported");
  if (Header.sh_type == SHT_SYMTAB_SHNDX)
    return Error{"an object with more than 65,000 sections is not supported"};
  if (replacement(Old.Name)) {
    Header.sh_type = SHT_PROGBITS;
    Header.sh_flags = 0;
  }
  Header.sh_link = place(Header.sh_link);
  if (Header.sh_type == SHT_REL || Header.sh_type == SHT_RELA || Header.sh_flags & SHF_INFO_LINK)
    Header.sh_info = place(Header.sh_info);
  return Header;
}

Result<Done> Writer::copy(const ElfSection &Old, bool HasNames) {
  Result<GElf_Shdr> Header = moved(Old);
  if (!Header)
    return Header.error();
  Elf_Data *Content = elf_getdata(Old.Handle, nullptr);
  if (!Content)
    return elfError(makeError("the content of section '", Old.Name, "' cannot be read").Message);
  Elf_Data New = *Content;
  if (const Bytes *Other = replacement(Old.Name)) {
    New.d_buf = const_cast<char *>(Other->data());
    New.d_size = Other->size();
    New.d_type = ELF_T_BYTE;
  } else if (HasNames) {
    New.d_buf = Names.data();
    New.d_size = Names.size();
  }
  Result<Elf_Data *> Made = make(*Header, New);
  if (!Made)
    return Made.error();
  if (Header->sh_type == SHT_GROUP)
    moveGroup(**Made);
  return Header->sh_type == SHT_SYMTAB ? moveSymbols(*Content, **Made) : Done();
}

Result<Done> Writer::append(const New &Section) {
  GElf_Shdr Header = {};
  Header.sh_name = Names.find(std::string(1, '\0') + std::string(Section.Name) + '\0') + 1;
  Header.sh_type = SHT_PROGBITS;
  Header.sh_addralign = 4;
  Elf_Data Content = {};
  Content.d_buf = const_cast<char *>(Section.Content->data());
  Content.d_size = Section.Content->size();
  Content.d_align = Header.sh_addralign;
  Content.d_version = EV_CURRENT;
  Result<Elf_Data *> Made = make(Header, Content);
  if (!Made)
    return Made.error();
  return Done();
}

Result<Done> Writer::write(const Bytes &Types, const Bytes *Code) {
  News = {{".BTF", &Types}};
  if (Code)
    News.push_back({".BTF.ext", Code});
  size_t NamesAt = 0, Next = 1;
  if (elf_getshdrstrndx(From.Handle, &NamesAt) != 0 || NamesAt == 0 || NamesAt > From.Sections.size())
    return Error{"the object has no section names"};
  if (const ElfSection &Each = From.Sections[NamesAt - 1];
      Each.Header.sh_type != SHT_STRTAB || isDropped(Each.Name) || replacement(Each.Name))
    return Error{"the section names of the object are in a section of the wrong type"};
  for (const ElfSection &Each : From.Sections)
    if (!isDropped(Each.Name))
      Places[Each.Index] = Next++;
  Result<ByteView> OldNames = content(From.Sections[NamesAt - 1]);
  if (!OldNames)
    return OldNames.error();
  Names.assign(OldNames->begin(), OldNames->end());
  for (const New &Each : News)
    if (!From.find(Each.Name))
      Names.append(Each.Name).push_back('\0');
  if (Result<Done> R = header(NamesAt); !R)
    return R;
  for (const ElfSection &Each : From.Sections)
    if (!isDropped(Each.Name))
      if (Result<Done> R = copy(Each, Each.Index == NamesAt); !R)
        return R;
  for (const New &Each : News)
    if (!From.find(Each.Name))
      if (Result<Done> R = append(Each); !R)
        return R;
  return Done();
}

Result<Bytes> attach(ByteView Elf, const TypeGraph &Types, const Extension *Code) {
  Result<ElfFile> From = openElf(Elf);
  if (!From)
    return From.error();
  if (From->Header.e_type != ET_REL)
    return Error{"it is not a relocatable object"};
  Memory File;
  ElfHandle To(elf_begin(File.Descriptor, ELF_C_WRITE, nullptr));
  if (!To)
    return elfError("cannot write the object");
  Bytes Raw = encode(Types), RawCode = Code ? encodeExtension(*Code, Types.Order) : Bytes();
  Writer Out(*From, To);
  if (Result<Done> R = Out.write(Raw, Code ? &RawCode : nullptr); !R)
    return R.error();
  off_t Length = elf_update(To, ELF_C_WRITE);
  if (Length < 0)
    return elfError("cannot write the object");
  Bytes Written(Length);
  if (pread(File.Descriptor, Written.data(), Written.size(), 0) != Length)
    return makeError("cannot read the object back: ", std::strerror(errno));
  return Written;
}

Result<Done> overwrite(std::span<char> Elf, const TypeGraph &Types) {
  Result<ElfFile> File = openElf(Elf);
  if (!File)
    return File.error();
  const ElfSection *Section = File->find(".BTF");
  Result<ByteView> Old = Section ? content(*Section) : Result<ByteView>(Error{"it has no section .BTF"});
  if (!Old)
    return Old.error();
  Bytes Raw = encode(Types);
  if (Old->size() != Raw.size())
    return Error{"the length of its section .BTF differs"};
  std::copy(Raw.begin(), Raw.end(), Elf.begin() + Section->Header.sh_offset);
  return Done();
}

} // namespace bpf::btf
