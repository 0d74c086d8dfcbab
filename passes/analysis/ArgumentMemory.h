// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a call does to the memory that one of its arguments points to.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_ARGUMENTMEMORY_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_ARGUMENTMEMORY_H

#include "passes/target/Helper.h"
#include <cstdint>
#include <optional>
#include <string>

namespace llvm {
class CallBase;
}

namespace bpf {

struct ArgumentMemory {
  std::string By;    ///< who does it, as the source calls it
  ArgumentKind Kind; ///< what for; Reads for what is no helper
  /// Nothing if it does not read, or an unknown number of bytes.
  std::optional<uint64_t> Read;
  bool IsReadForSure = true; ///< false where the kernel may have another idea of how many
  /// 0 where it does not write; nothing where it may write any number.
  std::optional<uint64_t> Written = 0;
};

ArgumentMemory argumentMemory(const llvm::CallBase &Call, unsigned Argument);

} // namespace bpf

#endif
