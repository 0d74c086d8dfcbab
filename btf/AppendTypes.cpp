// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A kernel's file has hundreds of megabytes: instead of all of it, what is new is written where nothing lies, and then
// the header, which has the offsets of everything. Until that last write the file reads as before.
#include "btf/Elf.h"
#include "btf/Words.h"
#include <algorithm>

namespace bpf::btf {

namespace {

/// Bytes of the file that something refers to.
struct Piece {
  uint64_t Begin, End;
};

class Appender {
public:
  Appender(const ElfFile &File, ByteView Elf, ByteView Types) : File(File), Elf(Elf), Types(Types) {}
  Result<Appending> run();

private:
  bool is64() const { return File.Header.e_ident[EI_CLASS] == ELFCLASS64; }
  size_t headerBytes() const { return is64() ? sizeof(Elf64_Ehdr) : sizeof(Elf32_Ehdr); }
  Result<Appending> overwrite(const ElfSection &Old) const;
  bool isShared(const ElfSection &Section) const;
  size_t segments() const;
  Piece inFile(uint64_t Offset, uint64_t Size) const;
  template <typename Predicate> std::vector<Piece> parts(bool HasTable, Predicate IsOmitted) const;
  std::vector<Piece> used(bool IsAfter) const;
  uint64_t room(uint64_t Wanted) const;
  void put(Bytes &Table, size_t Index, const GElf_Shdr &Header) const;
  Bytes newHeader(uint64_t TableAt, size_t Count) const;

  const ElfFile &File;
  ByteView Elf, Types;
  const ElfSection *Names = nullptr, *Old = nullptr;
};

} // namespace

static uint64_t aligned(uint64_t Offset) { return (Offset + 15) / 16 * 16; }

size_t Appender::segments() const {
  size_t Count = 0;
  elf_getphdrnum(File.Handle, &Count);
  return Count;
}

/// Sections beyond the end of the file, as in files with the debug information of another one, do not exist.
Piece Appender::inFile(uint64_t Offset, uint64_t Size) const {
  uint64_t Begin = std::min<uint64_t>(Offset, Elf.size());
  return {Begin, Begin + std::min<uint64_t>(Size, Elf.size() - Begin)};
}

/// The headers, the tables and the bytes of sections; HasTable: with that of the sections.
template <typename Predicate> std::vector<Piece> Appender::parts(bool HasTable, Predicate IsOmitted) const {
  const GElf_Ehdr &H = File.Header;
  std::vector<Piece> Pieces = {inFile(0, headerBytes()), inFile(H.e_phoff, uint64_t(segments()) * H.e_phentsize)};
  if (HasTable)
    Pieces.push_back(inFile(H.e_shoff, uint64_t(H.e_shnum) * H.e_shentsize));
  for (const ElfSection &Each : File.Sections)
    if (Each.Header.sh_type != SHT_NOBITS && !IsOmitted(Each))
      Pieces.push_back(inFile(Each.Header.sh_offset, Each.Header.sh_size));
  return Pieces;
}

/// True where a section that lies in the file shares bytes with the headers, the tables or another section.
bool Appender::isShared(const ElfSection &Section) const {
  uint64_t Begin = Section.Header.sh_offset, End = Begin + Section.Header.sh_size;
  std::vector<Piece> Others = parts(/*HasTable=*/true, [&](const ElfSection &Each) { return &Each == &Section; });
  return std::any_of(Others.begin(), Others.end(),
                     [&](const Piece &Each) { return std::max(Begin, Each.Begin) < std::min(End, Each.End); });
}

/// What the loader maps keeps its place and its size: the strings are continued with zero bytes to the end.
Result<Appending> Appender::overwrite(const ElfSection &Section) const {
  constexpr size_t StringBytesAt = 20;
  const GElf_Shdr &Place = Section.Header;
  // objcopy --only-keep-debug leaves the section without its bytes: what lies at its offset is something else.
  if (Place.sh_type == SHT_NOBITS || Place.sh_offset > Elf.size() || Place.sh_size > Elf.size() - Place.sh_offset)
    return Error{
        "its .BTF is loaded with it but stored in another file; write the types to a separate file with --detached"};
  if (isShared(Section))
    return Error{"its .BTF overlaps other parts of the file"};
  if (Types.size() > Section.Header.sh_size)
    return makeError("its .BTF is loaded with it and has only ", Section.Header.sh_size, " bytes, but ", Types.size(),
                     " are needed; write the types to a separate file with --detached");
  Appending New{Section.Header.sh_offset, Bytes(Types.begin(), Types.end()), {}, Elf.size()};
  uint32_t More = Section.Header.sh_size - Types.size();
  char *StringBytes = New.Block.data() + StringBytesAt;
  store<uint32_t>(StringBytes, load<uint32_t>(StringBytes, File.order()) + More, File.order());
  New.Block.resize(Section.Header.sh_size);
  return New;
}

/// IsAfter: what the new header refers to, but for the new block.
std::vector<Piece> Appender::used(bool IsAfter) const {
  std::vector<Piece> Pieces =
      parts(!IsAfter, [&](const ElfSection &Each) { return IsAfter && (&Each == Old || (&Each == Names && !Old)); });
  GElf_Phdr Segment;
  for (size_t Index = 0; Index < segments() && gelf_getphdr(File.Handle, Index, &Segment); ++Index)
    Pieces.push_back(inFile(Segment.p_offset, Segment.p_filesz));
  std::sort(Pieces.begin(), Pieces.end(), [](const Piece &A, const Piece &B) { return A.Begin < B.Begin; });
  return Pieces;
}

/// Where that many bytes can be: in a gap that an earlier run left, or behind everything.
uint64_t Appender::room(uint64_t Wanted) const {
  uint64_t End = 0;
  for (const Piece &Each : used(/*IsAfter=*/false)) {
    if (Each.Begin > End && Each.Begin - End >= Wanted && aligned(End) + Wanted <= Each.Begin)
      break;
    End = std::max(End, Each.End);
  }
  return aligned(End);
}

void Appender::put(Bytes &Table, size_t Index, const GElf_Shdr &H) const {
  char *At = Table.data() + Index * File.Header.e_shentsize;
  if (is64()) {
    uint64_t Long[] = {H.sh_flags, H.sh_addr, H.sh_offset, H.sh_size}, Last[] = {H.sh_addralign, H.sh_entsize};
    store<uint32_t>(At, H.sh_name, File.order());
    store<uint32_t>(At + 4, H.sh_type, File.order());
    for (size_t Word = 0; Word < std::size(Long); ++Word)
      store<uint64_t>(At + 8 + 8 * Word, Long[Word], File.order());
    store<uint32_t>(At + 40, H.sh_link, File.order());
    store<uint32_t>(At + 44, H.sh_info, File.order());
    store<uint64_t>(At + 48, Last[0], File.order());
    store<uint64_t>(At + 56, Last[1], File.order());
    return;
  }
  const uint64_t Words[] = {H.sh_name, H.sh_type, H.sh_flags, H.sh_addr,      H.sh_offset,
                            H.sh_size, H.sh_link, H.sh_info,  H.sh_addralign, H.sh_entsize};
  for (size_t Word = 0; Word < std::size(Words); ++Word)
    store<uint32_t>(At + 4 * Word, Words[Word], File.order());
}

Bytes Appender::newHeader(uint64_t TableAt, size_t Count) const {
  Bytes Header(Elf.begin(), Elf.begin() + headerBytes());
  if (is64())
    store<uint64_t>(Header.data() + offsetof(Elf64_Ehdr, e_shoff), TableAt, File.order());
  else
    store<uint32_t>(Header.data() + offsetof(Elf32_Ehdr, e_shoff), TableAt, File.order());
  store<uint16_t>(Header.data() + (is64() ? offsetof(Elf64_Ehdr, e_shnum) : offsetof(Elf32_Ehdr, e_shnum)), Count,
                  File.order());
  return Header;
}

Result<Appending> Appender::run() {
  const GElf_Ehdr &H = File.Header;
  if (File.find(".BTF.ext"))
    return Error{"its .BTF.ext belongs to its present .BTF; write the types to a separate file with --detached"};
  Old = File.find(".BTF");
  if (Old && Old->Header.sh_flags & SHF_ALLOC)
    return overwrite(*Old);
  size_t Count = 0;
  if (elf_getshdrnum(File.Handle, &Count) == 0 && Count + 1 >= SHN_LORESERVE)
    return Error{
        "a file with more than 65,000 sections is not supported; write the types to a separate file with --detached"};
  bool HasNames = H.e_shstrndx > 0 && H.e_shstrndx <= File.Sections.size();
  uint64_t TableBytes = uint64_t(H.e_shnum) * H.e_shentsize;
  if (!HasNames || H.e_shnum != File.Sections.size() + 1 ||
      H.e_shentsize != (is64() ? sizeof(Elf64_Shdr) : sizeof(Elf32_Shdr)) || H.e_shoff > Elf.size() ||
      TableBytes > Elf.size() - H.e_shoff || headerBytes() > Elf.size())
    return Error{"its section table cannot be extended"};
  Names = &File.Sections[H.e_shstrndx - 1];
  Result<ByteView> OldNames = content(*Names);
  if (!OldNames)
    return OldNames.error();
  Bytes Table(Elf.begin() + H.e_shoff, Elf.begin() + H.e_shoff + TableBytes);
  GElf_Shdr Header = Old ? Old->Header : GElf_Shdr{};
  Bytes NewNames;
  if (!Old) {
    NewNames.assign(OldNames->begin(), OldNames->end());
    Header.sh_name = NewNames.size();
    for (char Each : std::string_view(".BTF\0", 5))
      NewNames.push_back(Each);
    Table.resize(Table.size() + H.e_shentsize);
  }
  uint64_t TypesBytes = aligned(Types.size()), NamesBytes = aligned(NewNames.size());
  Appending New;
  New.Offset = room(TypesBytes + NamesBytes + Table.size());
  Header.sh_type = SHT_PROGBITS;
  Header.sh_flags = 0; // it may have been compressed
  Header.sh_offset = New.Offset;
  Header.sh_size = Types.size();
  Header.sh_addralign = 8;
  put(Table, Old ? Old->Index : H.e_shnum, Header);
  if (!Old) {
    GElf_Shdr Moved = Names->Header;
    Moved.sh_offset = New.Offset + TypesBytes;
    Moved.sh_size = NewNames.size();
    put(Table, Names->Index, Moved);
  }
  New.Block.assign(Types.begin(), Types.end());
  New.Block.resize(TypesBytes);
  New.Block.insert(New.Block.end(), NewNames.begin(), NewNames.end());
  New.Block.resize(TypesBytes + NamesBytes);
  New.Block.insert(New.Block.end(), Table.begin(), Table.end());
  New.Header = newHeader(New.Offset + TypesBytes + NamesBytes, H.e_shnum + !Old);
  New.Length = New.Offset + New.Block.size();
  if (!is64() && New.Length > UINT32_MAX)
    return Error{"a 32-bit file of more than 4 GiB is not supported"};
  for (const Piece &Each : used(/*IsAfter=*/true))
    New.Length = std::max(New.Length, Each.End);
  return New;
}

Result<Appending> appendTypes(ByteView Elf, ByteView Types) {
  Result<ElfFile> File = openElf(Elf);
  if (!File)
    return File.error();
  return Appender(*File, Elf, Types).run();
}

} // namespace bpf::btf
