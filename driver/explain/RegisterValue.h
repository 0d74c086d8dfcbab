// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the verifier knows of a register, as its log prints it: "map_value_or_null(id=1,map=hits,ks=4,vs=8)", "7",
// "scalar(umax=255,var_off=(0x0; 0xff))", "fp-16".
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_REGISTERVALUE_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_REGISTERVALUE_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace bpf {

class RegisterValue {
public:
  /// \param Text lives as long as the value. Empty: nothing is known.
  explicit RegisterValue(llvm::StringRef Text = "") : Text(Text) {}

  llvm::StringRef text() const { return Text; }
  bool isKnown() const { return !Text.empty(); }
  /// "map_value_or_null", "scalar" (also of constants, and of kernels that write "inv"), "fp".
  llvm::StringRef kind() const;
  bool isScalar() const { return kind() == "scalar"; }
  bool isPointer() const { return isKnown() && !isScalar() && kind() != "func"; }
  bool mayBeNull() const { return kind().contains("_or_null"); }
  std::optional<int64_t> constant() const;
  /// What stands behind "name=" in the brackets; empty where nothing does.
  llvm::StringRef field(llvm::StringRef Name) const;
  std::optional<int64_t> number(llvm::StringRef Name) const;
  /// The constant part of a pointer's offset.
  int64_t offset() const;

  /// The struct that it points to, of a pointer to one of the kernel's or the program's; empty else.
  llvm::StringRef structName() const;

  /// The least and the greatest value of a number, or of what was added to a pointer, as far as they are known.
  std::optional<int64_t> signedMinimum() const;
  std::optional<uint64_t> unsignedMaximum() const;

  /// In words, with an article: "a pointer to a value of map 'hits'", "a number", "the context".
  std::string words() const;

private:
  llvm::StringRef Text;
};

} // namespace bpf

#endif
