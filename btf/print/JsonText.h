// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Writes JSON (RFC 8259): objects and lists open and close, and the commas come by themselves.
#ifndef BPFTOOLCHAIN_BTF_PRINT_JSONTEXT_H
#define BPFTOOLCHAIN_BTF_PRINT_JSONTEXT_H

#include "btf/TextOutput.h"

namespace bpf::btf {

class JsonText {
public:
  explicit JsonText(TextOutput &Out) : Out(Out) {}

  JsonText &key(std::string_view Name) {
    string(Name);
    Out << ':';
    NeedsComma = false;
    return *this;
  }
  /// Bytes that are no UTF-8 become U+FFFD, as JSON has no others.
  JsonText &string(std::string_view Text);
  template <std::integral Number> JsonText &number(Number Value) {
    begin() << Value;
    return *this;
  }
  JsonText &open(char Bracket) {
    begin() << Bracket;
    NeedsComma = false;
    return *this;
  }
  JsonText &close(char Bracket) {
    Out << Bracket;
    NeedsComma = true;
    return *this;
  }
  /// A member of an object.
  JsonText &pair(std::string_view Name, std::string_view Value) { return key(Name).string(Value); }
  template <std::integral Number> JsonText &pair(std::string_view Name, Number Value) {
    return key(Name).number(Value);
  }

private:
  TextOutput &begin() {
    if (NeedsComma)
      Out << ',';
    NeedsComma = true;
    return Out;
  }

  TextOutput &Out;
  bool NeedsComma = false;
};

} // namespace bpf::btf

#endif
