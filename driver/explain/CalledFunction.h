// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the tables of helpers and kfuncs say of a function that a log names.
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_CALLEDFUNCTION_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_CALLEDFUNCTION_H

#include "passes/target/CallRule.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace bpf {

struct CalledFunction {
  bool IsKnown = false;
  ArgumentRules Arguments{};
  ResultRule Result{};
  bool MovesPacketData = false;

  ArgumentRule argument(unsigned Register) const {
    return Register >= 1 && Register <= Arguments.size() ? Arguments[Register - 1] : ArgumentRule();
  }
  /// The register of the argument that the call releases; 0 where it releases none.
  unsigned released() const;
};

/// By the name in the log, "bpf_map_lookup_elem".
CalledFunction calledFunction(llvm::StringRef Name);

/// The functions that release what this one acquires, the nearest by name; empty where the tables do not tell.
/// \param Struct  of the kernel's or the program's that the acquired pointer is for; empty where it is another pointer
std::vector<std::string> releasersOf(llvm::StringRef Acquirer, llvm::StringRef Struct);

/// "a pointer to memory that it reads": what an argument has to be, in words.
std::string words(ArgumentKind Kind);

} // namespace bpf

#endif
