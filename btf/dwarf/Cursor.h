// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads debug information byte by byte. What would lie beyond the end reads as 0, and is remembered.
#ifndef BPFTOOLCHAIN_BTF_DWARF_CURSOR_H
#define BPFTOOLCHAIN_BTF_DWARF_CURSOR_H

#include "btf/Words.h"

namespace bpf::btf::dwarf {

class Cursor {
public:
  Cursor(ByteView View, std::endian Order, size_t At = 0)
      : Begin(View.data()), Now(View.data() + std::min(At, View.size())), End(View.data() + View.size()),
        IsSwapped(Order != std::endian::native) {}

  bool isAtEnd() const { return Now >= End; }
  /// True where something was read beyond the end.
  bool isBad() const { return Bad; }
  size_t offset() const { return Now - Begin; }
  const char *place() const { return Now; }
  /// How many bytes are left.
  size_t left() const { return End - Now; }
  void seek(size_t Offset) { Now = Offset <= size_t(End - Begin) ? Begin + Offset : fail(); }

  uint8_t byte() { return Now < End ? uint8_t(*Now++) : (fail(), 0); }
  template <typename Word> Word fixed() {
    if (size_t(End - Now) < sizeof(Word))
      return fail(), 0;
    Word W;
    std::memcpy(&W, Now, sizeof(W));
    Now += sizeof(W);
    return IsSwapped ? swapped(W) : W;
  }
  /// What lies that many bytes ahead, which has to be in what is left.
  template <typename Word> Word ahead(size_t Bytes) const {
    Word W;
    std::memcpy(&W, Now + Bytes, sizeof(W));
    return IsSwapped ? swapped(W) : W;
  }
  uint32_t threeBytes() {
    uint32_t A = byte(), B = byte(), C = byte();
    bool IsBig = IsSwapped == (std::endian::native == std::endian::little);
    return IsBig ? A << 16 | B << 8 | C : C << 16 | B << 8 | A;
  }
  uint64_t unsignedNumber() {
    uint64_t First = byte();
    if (First < 0x80) [[likely]]
      return First;
    return longNumber(First, /*IsSigned=*/false);
  }
  int64_t signedNumber() { return int64_t(longNumber(byte(), /*IsSigned=*/true)); }
  void skip(uint64_t Count) { Now = Count <= uint64_t(End - Now) ? Now + Count : fail(); }
  /// Up to the zero byte, which is passed.
  const char *string() {
    const void *Zero = std::memchr(Now, 0, End - Now);
    if (!Zero)
      return fail(), "";
    return std::exchange(Now, static_cast<const char *>(Zero) + 1);
  }

private:
  const char *fail() {
    Bad = true;
    return Now = End;
  }
  uint64_t longNumber(uint64_t First, bool IsSigned) {
    uint64_t Number = First & 0x7f, Byte = First;
    unsigned Shift = 7;
    for (; Byte & 0x80 && !Bad; Shift += 7) {
      Byte = byte();
      if (Shift < 64)
        Number |= (Byte & 0x7f) << Shift;
    }
    return IsSigned && Shift < 64 && Byte & 0x40 ? Number | ~uint64_t(0) << Shift : Number;
  }

  const char *Begin, *Now, *End;
  bool IsSwapped, Bad = false;
};

} // namespace bpf::btf::dwarf

#endif
