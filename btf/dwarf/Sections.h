// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The sections with debug information, as they can be read: decompressed, and relocated where the file is an object.
#ifndef BPFTOOLCHAIN_BTF_DWARF_SECTIONS_H
#define BPFTOOLCHAIN_BTF_DWARF_SECTIONS_H

#include "btf/Elf.h"
#include <deque>

namespace bpf::btf::dwarf {

/// Views into the file, or into Changed. In a relocatable object an address of 8 bytes is the index of its section in
/// the upper 16 bits, and the offset in that section below: there are no addresses yet.
struct Sections {
  ByteView Info, Abbreviations, Strings, LineStrings, StringOffsets, Addresses;
  /// Not relocated: only the lengths of what is in it count. The old ones are DWARF 4's.
  ByteView LocationLists;
  ByteView OldLocationLists;
  std::endian Order;
  std::deque<Bytes> Changed; ///< those that had to be decompressed or relocated
};

/// True where one of them is compressed (SHF_COMPRESSED).
bool isCompressed(const ElfFile &File);

/// A file with compressed sections has to be in memory that can be written to. The error says what is missing, damaged
/// or not supported: split DWARF, type units of DWARF 4.
Result<Sections> findSections(const ElfFile &File);

} // namespace bpf::btf::dwarf

#endif
