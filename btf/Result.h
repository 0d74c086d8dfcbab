// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A value, or why there is none.
#ifndef BPFTOOLCHAIN_BTF_RESULT_H
#define BPFTOOLCHAIN_BTF_RESULT_H

#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace bpf::btf {

/// Why something could not be done: one line for a person, lower case, no full stop, and without the name of the file,
/// which the caller knows.
struct Error {
  std::string Message;
  bool IsLimit = false; ///< what was given is good, and more than this library handles
};

/// The message in pieces: text and numbers.
template <typename... Piece> Error makeError(const Piece &...Pieces) {
  Error Made;
  auto Append = [&](const auto &Each) {
    if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(Each)>>)
      Made.Message += std::to_string(Each);
    else
      Made.Message += Each;
  };
  (Append(Pieces), ...);
  return Made;
}

template <typename Value> class [[nodiscard]] Result {
public:
  Result(Value Good) : Either(std::move(Good)) {}
  Result(Error Bad) : Either(std::move(Bad)) {}

  explicit operator bool() const { return Either.index() == 0; }
  /// Where it is a value.
  Value &operator*() { return *std::get_if<0>(&Either); }
  Value *operator->() { return std::get_if<0>(&Either); }
  /// Where it is none.
  Error &error() { return *std::get_if<1>(&Either); }

private:
  std::variant<Value, Error> Either;
};

/// The value of what is done for its effect.
struct Done {};

} // namespace bpf::btf

#endif
