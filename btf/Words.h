// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// BTF is made of 32-bit words in one byte order or the other; this reads and writes them.
#ifndef BPFTOOLCHAIN_BTF_WORDS_H
#define BPFTOOLCHAIN_BTF_WORDS_H

#include "btf/BTF.h"
#include <cstring>

namespace bpf::btf {

template <typename Word> Word swapped(Word W) {
  static_assert(std::is_unsigned_v<Word>);
  if constexpr (sizeof(Word) == 8)
    return __builtin_bswap64(W);
  else if constexpr (sizeof(Word) == 4)
    return __builtin_bswap32(W);
  else if constexpr (sizeof(Word) == 2)
    return __builtin_bswap16(W);
  else
    return W;
}
template <typename Word> Word inOrder(Word W, std::endian Order) {
  return Order == std::endian::native ? W : swapped(W);
}
template <typename Word> Word load(const char *At, std::endian Order) {
  Word W;
  std::memcpy(&W, At, sizeof(W));
  return inOrder(W, Order);
}
template <typename Word> void store(char *At, Word W, std::endian Order) {
  W = inOrder(W, Order);
  std::memcpy(At, &W, sizeof(W));
}

/// Reads at offsets in bytes; who asks has made sure that they are inside.
class WordReader {
public:
  WordReader(ByteView View, std::endian Order) : View(View), Order(Order) {}

  size_t size() const { return View.size(); }
  bool has(uint64_t Offset, uint64_t Length) const { return Offset <= size() && Length <= size() - Offset; }
  uint32_t at(size_t Offset) const { return load<uint32_t>(View.data() + Offset, Order); }
  WordReader part(size_t Offset, size_t Length) const { return {View.subspan(Offset, Length), Order}; }

private:
  ByteView View;
  std::endian Order;
};

class WordWriter {
public:
  WordWriter(Bytes &Out, std::endian Order) : Out(Out), Order(Order) {}

  template <typename... More> void operator()(More... Words) { (append(inOrder(uint32_t(Words), Order)), ...); }
  void half(uint16_t Word) { append(inOrder(Word, Order)); }

private:
  template <typename Word> void append(Word W) {
    const char *First = reinterpret_cast<const char *>(&W);
    Out.insert(Out.end(), First, First + sizeof(W));
  }

  Bytes &Out;
  std::endian Order;
};

/// What .BTF and .BTF.ext begin with.
struct Start {
  std::endian Order;
  uint32_t HeaderBytes;
};
constexpr uint16_t Magic = 0xeb9f;
/// Reads magic, version, flags and the length of the header; \p Least is the length that is understood. What a longer
/// header says has to be zero.
Result<Start> readStart(ByteView Raw, uint32_t Least);

} // namespace bpf::btf

#endif
