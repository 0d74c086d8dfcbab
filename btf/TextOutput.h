// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Buffered text output in large blocks: a kernel's types are twelve megabytes of text.
#ifndef BPFTOOLCHAIN_BTF_TEXTOUTPUT_H
#define BPFTOOLCHAIN_BTF_TEXTOUTPUT_H

#include <charconv>
#include <concepts>
#include <functional>
#include <memory>
#include <string_view>

namespace bpf::btf {

class TextOutput {
public:
  /// \p To is called with each block, and at the end of this object's life with the rest.
  explicit TextOutput(std::function<void(std::string_view)> To) : To(std::move(To)) {}
  TextOutput(const TextOutput &) = delete;
  TextOutput &operator=(const TextOutput &) = delete;
  ~TextOutput() { flush(); }

  TextOutput &operator<<(std::string_view Piece) {
    if (Piece.size() > Capacity - Length)
      return writeLarge(Piece);
    Length += Piece.copy(&Text[Length], Piece.size());
    return *this;
  }
  TextOutput &operator<<(char Piece) { return *this << std::string_view(&Piece, 1); }
  template <std::integral Number>
    requires(!std::same_as<Number, char> && !std::same_as<Number, bool>)
  TextOutput &operator<<(Number Value) {
    char Digits[24];
    return *this << std::string_view(Digits, std::to_chars(Digits, Digits + sizeof(Digits), Value).ptr - Digits);
  }

private:
  static constexpr size_t Capacity = 1 << 16;
  /// What there is no room for.
  TextOutput &writeLarge(std::string_view Piece);
  void flush() {
    To(std::string_view(Text.get(), Length));
    Length = 0;
  }

  std::function<void(std::string_view)> To;
  std::unique_ptr<char[]> Text = std::make_unique_for_overwrite<char[]>(Capacity);
  size_t Length = 0;
};

} // namespace bpf::btf

#endif
