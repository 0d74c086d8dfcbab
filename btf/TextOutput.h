// Text on its way out: pieces are gathered and handed on in large blocks. A kernel's types are twelve megabytes of it.
#ifndef BPFTOOLCHAIN_BTF_TEXTOUTPUT_H
#define BPFTOOLCHAIN_BTF_TEXTOUTPUT_H

#include <charconv>
#include <concepts>
#include <functional>
#include <string>
#include <string_view>

namespace bpf::btf {

class TextOutput {
public:
  /// \p To is called with each block, and at the end of this object's life with the rest.
  explicit TextOutput(std::function<void(std::string_view)> To) : To(std::move(To)) {
    Text.reserve(Enough + Enough / 4);
  }
  TextOutput(const TextOutput &) = delete;
  TextOutput &operator=(const TextOutput &) = delete;
  ~TextOutput() { To(Text); }

  TextOutput &operator<<(std::string_view Piece) {
    Text.append(Piece);
    if (Text.size() >= Enough)
      flush();
    return *this;
  }
  TextOutput &operator<<(char Piece) {
    Text.push_back(Piece);
    return *this;
  }
  template <std::integral Number>
    requires(!std::same_as<Number, char> && !std::same_as<Number, bool>)
  TextOutput &operator<<(Number Value) {
    char Digits[24];
    return *this << std::string_view(Digits, std::to_chars(Digits, Digits + sizeof(Digits), Value).ptr - Digits);
  }

private:
  static constexpr size_t Enough = 1 << 16;
  void flush() {
    To(Text);
    Text.clear();
  }

  std::function<void(std::string_view)> To;
  std::string Text;
};

} // namespace bpf::btf

#endif
