// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libelf decompresses; a section that is read as it lies in the file is not copied.
#include "btf/dwarf/Sections.h"
#include "btf/dwarf/Relocate.h"
#include <algorithm>

namespace bpf::btf::dwarf {

static Result<ByteView> readable(const ElfFile &File, std::string_view Name, std::deque<Bytes> &Changed) {
  bool HasAddresses = Name != ".debug_loclists";
  const ElfSection *Section = File.find(Name);
  if (!Section || Section->Header.sh_type == SHT_NOBITS)
    return ByteView();
  if (Section->Header.sh_flags & SHF_COMPRESSED && elf_compress(Section->Handle, 0, 0) < 0)
    return elfError(makeError("section '", Name, "' cannot be decompressed").Message);
  // Its header is another one now.
  ElfSection Readable = *Section;
  gelf_getshdr(Readable.Handle, &Readable.Header);
  Result<ByteView> Content = content(Readable);
  if (!Content || File.Header.e_type != ET_REL || !HasAddresses || !hasRelocations(File, *Section))
    return Content;
  Bytes &Copy = Changed.emplace_back(Content->begin(), Content->end());
  if (Result<Done> R = relocate(File, *Section, Copy); !R)
    return R.error();
  return ByteView(Copy);
}

bool isCompressed(const ElfFile &File) {
  return std::any_of(File.Sections.begin(), File.Sections.end(), [](const ElfSection &Each) {
    return Each.Name.starts_with(".debug_") && Each.Header.sh_flags & SHF_COMPRESSED;
  });
}

/// Why a file has no debug information of its own.
static Error missing(const ElfFile &File) {
  if (File.find(".debug_info.dwo"))
    return Error{
        "it is the .dwo file of an object (-gsplit-dwarf), which is not supported: compile without -gsplit-dwarf"};
  if (File.find(".gnu.debuglto_.debug_info"))
    return Error{"its debug information is for the link (-flto): use the linked file, or compile with -fno-lto"};
  const ElfSection *Link = File.find(".gnu_debuglink");
  if (Result<ByteView> Content = Link ? content(*Link) : ByteView(); Content && !Content->empty()) {
    std::string_view Name(Content->data(), Content->size());
    return makeError("its debug information is in another file, '", Name.substr(0, Name.find('\0')), "'");
  }
  return Error{"it has no debug information: compile with -g"};
}

Result<Sections> findSections(const ElfFile &File) {
  if (File.find(".debug_types"))
    return Error{"type units (-fdebug-types-section) are not supported"};
  if (File.find(".gnu_debugaltlink"))
    return Error{"debug information that dwz has moved to another file is not supported"};
  if (File.find(".zdebug_info"))
    return Error{"debug information in the old compressed form (.zdebug_info) is not supported"};
  Sections Found;
  Found.Order = File.order();
  constexpr std::pair<std::string_view, ByteView Sections::*> Wanted[] = {
      {".debug_info", &Sections::Info},
      {".debug_abbrev", &Sections::Abbreviations},
      {".debug_str", &Sections::Strings},
      {".debug_line_str", &Sections::LineStrings},
      {".debug_str_offsets", &Sections::StringOffsets},
      {".debug_addr", &Sections::Addresses},
      {".debug_loclists", &Sections::LocationLists},
      {".debug_loc", &Sections::OldLocationLists}};
  for (auto [Name, Member] : Wanted) {
    Result<ByteView> Content = readable(File, Name, Found.Changed);
    if (!Content)
      return Content.error();
    Found.*Member = *Content;
  }
  if (Found.Info.empty())
    return missing(File);
  for (ByteView Strings : {Found.Strings, Found.LineStrings})
    if (!Strings.empty() && Strings.back())
      return Error{"the strings of the debug information do not end with a zero byte"};
  return Found;
}

} // namespace bpf::btf::dwarf
