// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads the headers of .debug_line (DWARF 5, section 6.2.4), whose tables of files refer to .debug_line_str by offset.
// The offsets are addends that lie in the section, so that the relocations stay.
#include "driver/object/EmbeddedSources.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/DataExtractor.h"
#include "llvm/Support/Endian.h"
#include <array>
#include <vector>

using namespace llvm;

namespace bpf {

namespace {

/// A place in .debug_line that has an offset into .debug_line_str.
struct Reference {
  uint64_t Place;
  uint64_t Offset;
  bool IsSource;
};

struct Tables {
  std::vector<Reference> References;
  std::vector<uint64_t> Columns; ///< where a table of files says that it has sources, as DW_LNCT_LLVM_source
};

class Reader {
public:
  explicit Reader(DataExtractor Data) : Data(Data), At(0) {}

  /// \returns what all tables have; nothing if one of them cannot be read.
  std::optional<Tables> read() {
    while (At && !Data.eof(At)) {
      uint64_t Length = Data.getU32(At);
      uint64_t End = At.tell() + Length;
      if (Length >= dwarf::DW_LENGTH_lo_reserved)
        IsKnown = false;
      else if (Data.getU16(At) >= 5)
        readHeader();
      if (!At || !IsKnown || End > Data.size())
        break;
      At.seek(End);
    }
    if (errorToBool(At.takeError()) || !IsKnown)
      return std::nullopt;
    return std::move(Found);
  }

private:
  void readHeader() {
    Data.skip(At, 2 + 4 + 5); // the sizes of addresses, the length of the header, how lines are encoded
    Data.skip(At, std::max<unsigned>(Data.getU8(At), 1) - 1);
    readEntries(); // folders
    readEntries(); // files
  }

  void readEntries() {
    SmallVector<std::pair<uint64_t, uint64_t>, 5> Formats(Data.getU8(At));
    for (auto &[Content, Form] : Formats) {
      uint64_t Place = At.tell();
      Content = Data.getULEB128(At);
      if (Content == dwarf::DW_LNCT_LLVM_source)
        Found.Columns.push_back(Place);
      Form = Data.getULEB128(At);
    }
    uint64_t Count = Data.getULEB128(At);
    for (uint64_t Entry = 0; At && IsKnown && Entry != Count; ++Entry)
      for (auto [Content, Form] : Formats)
        readValue(Content, Form);
  }

  void readValue(uint64_t Content, uint64_t Form) {
    uint64_t Place = At.tell();
    if (Form == dwarf::DW_FORM_line_strp)
      Found.References.push_back({Place, Data.getU32(At), Content == dwarf::DW_LNCT_LLVM_source});
    else if (Form == dwarf::DW_FORM_udata)
      Data.getULEB128(At);
    else if (Form == dwarf::DW_FORM_data16)
      Data.skip(At, 16);
    else
      IsKnown = false;
  }

  DataExtractor Data;
  DataExtractor::Cursor At;
  bool IsKnown = true;
  Tables Found;
};

} // namespace

/// Consumers of DWARF skip a column that they do not know. An empty source would do, but LLVM's tools take it for the
/// text of an empty file.
static constexpr std::array<char, 2> UnknownColumn = {'\xff',
                                                      '\x7f'}; // DW_LNCT_hi_user, as long as DW_LNCT_LLVM_source

static std::optional<object::SectionRef> findSection(const object::ObjectFile &Object, StringRef Name) {
  for (const object::SectionRef &Each : Object.sections()) {
    Expected<StringRef> Found = Each.getName();
    if (Found && *Found == Name && !Each.isCompressed())
      return Each;
    consumeError(Found.takeError());
  }
  return std::nullopt;
}

static StringRef contentsOf(const object::SectionRef &Section) {
  Expected<StringRef> Contents = Section.getContents();
  if (Contents)
    return *Contents;
  consumeError(Contents.takeError());
  return "";
}

/// Sets the size of a section in its header; BPF objects have 64 bits.
static void setSize(MutableArrayRef<char> Object, uint64_t Section, uint64_t Size, endianness Order) {
  uint64_t Headers = support::endian::read64(Object.data() + offsetof(ELF::Elf64_Ehdr, e_shoff), Order);
  uint64_t Header = Headers + Section * sizeof(ELF::Elf64_Shdr);
  support::endian::write64(Object.data() + Header + offsetof(ELF::Elf64_Shdr, sh_size), Size, Order);
}

bool dropSources(MutableArrayRef<char> Object, const object::ObjectFile &Read) {
  std::optional<object::SectionRef> LineSection = findSection(Read, ".debug_line");
  std::optional<object::SectionRef> StringSection = findSection(Read, ".debug_line_str");
  if (!LineSection || !StringSection)
    return false;
  StringRef Lines = contentsOf(*LineSection), Strings = contentsOf(*StringSection);
  std::optional<Tables> Found = Reader(DataExtractor(Lines, Read.isLittleEndian(), Read.getBytesInAddress())).read();
  if (!Found || Found->Columns.empty())
    return false;
  endianness Order = Read.isLittleEndian() ? endianness::little : endianness::big;
  char *Changed = Object.data() + (Lines.data() - Object.data());
  for (uint64_t Place : Found->Columns)
    copy(UnknownColumn, Changed + Place);
  std::string Kept(1, '\0'); // what stands for a source
  DenseMap<uint64_t, uint64_t> Moved;
  for (const Reference &Each : Found->References) {
    auto [To, IsNew] = Moved.try_emplace(Each.Offset, Kept.size());
    if (Each.IsSource)
      To->second = 0;
    else if (IsNew)
      Kept += Strings.substr(Each.Offset).split('\0').first.str() + '\0';
    support::endian::write32(Changed + Each.Place, To->second, Order);
  }
  // Each source had a byte at least, so there is room.
  copy(Kept, Object.data() + (Strings.data() - Object.data()));
  setSize(Object, StringSection->getIndex(), Kept.size(), Order);
  return true;
}

} // namespace bpf
