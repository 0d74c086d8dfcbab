// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names in BTF are bytes; JSON wants Unicode.
#include "btf/print/JsonText.h"
#include <cstdint>

namespace bpf::btf {

/// How many bytes at the start of Text are one character of UTF-8 (RFC 3629, table in section 4); 0 where none is.
static size_t characterBytes(std::string_view Text) {
  auto ByteAt = [&](size_t At) { return At < Text.size() ? uint8_t(Text[At]) : uint8_t(0); };
  auto Follows = [&](size_t At, uint8_t First = 0x80, uint8_t Last = 0xbf) {
    return ByteAt(At) >= First && ByteAt(At) <= Last;
  };
  uint8_t First = ByteAt(0);
  if (First < 0x80)
    return 1;
  if (First >= 0xc2 && First <= 0xdf)
    return Follows(1) ? 2 : 0;
  if (First >= 0xe0 && First <= 0xef)
    return Follows(1, First == 0xe0 ? 0xa0 : 0x80, First == 0xed ? 0x9f : 0xbf) && Follows(2) ? 3 : 0;
  if (First >= 0xf0 && First <= 0xf4)
    return Follows(1, First == 0xf0 ? 0x90 : 0x80, First == 0xf4 ? 0x8f : 0xbf) && Follows(2) && Follows(3) ? 4 : 0;
  return 0;
}

JsonText &JsonText::string(std::string_view Text) {
  static constexpr char Digits[] = "0123456789abcdef";
  begin() << '"';
  while (!Text.empty()) {
    size_t Count = characterBytes(Text);
    char First = Text.front();
    if (Count == 0)
      Out << "\\ufffd";
    else if (First == '"' || First == '\\')
      Out << '\\' << First;
    else if (Count == 1 && First < ' ')
      Out << "\\u00" << Digits[First >> 4] << Digits[First & 15];
    else
      Out << Text.substr(0, Count);
    Text.remove_prefix(Count ? Count : 1);
  }
  Out << '"';
  return *this;
}

} // namespace bpf::btf
