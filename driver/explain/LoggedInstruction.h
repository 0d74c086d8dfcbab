// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An instruction as the verifier's log prints it: "(61) r2 = *(u32 *)(r1 +0)".
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_LOGGEDINSTRUCTION_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_LOGGEDINSTRUCTION_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace bpf {

struct LoggedInstruction {
  enum KindOf {
    Copy,       ///< Target = Source
    Constant,   ///< Target = Number
    Arithmetic, ///< Target changed by Source, or by Number where there is none
    Load,       ///< Target = memory at Source + Number
    Store,      ///< memory at Target + Number = Source, or an immediate
    Atomic,     ///< memory at Target + Number changed by Source
    Branch,     ///< a conditional jump that compares Target with Source, or with Number
    Jump,
    Call,
    Exit,
    Other,
  };
  KindOf Kind = Other;
  std::optional<unsigned> Target, Source; ///< registers
  int64_t Number = 0;
  llvm::StringRef Text;   ///< without the opcode
  llvm::StringRef Callee; ///< "bpf_map_lookup_elem", or "pc+4" of a function of the program

  /// A call of a function of the program itself.
  bool isLocalCall() const { return Kind == Call && Callee.starts_with("pc"); }
  /// True where it leaves the register with another value: calls do that to r0 to r5.
  bool writes(unsigned Register) const;
};

/// \param Text from the opcode on, as print_bpf_insn() of kernel/bpf/disasm.c writes it. What it does not know is
/// Other.
LoggedInstruction parseInstruction(llvm::StringRef Text);

constexpr unsigned FrameRegister = 10;

} // namespace bpf

#endif
