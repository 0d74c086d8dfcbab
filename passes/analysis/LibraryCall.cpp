// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The functions that are written most often by who is used to having them.
#include "passes/analysis/LibraryCall.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/IR/Function.h"

using namespace llvm;

namespace bpf {

StringRef libraryRemedy(StringRef Name) {
  return StringSwitch<StringRef>(Name)
      .Cases({"memcmp", "bcmp"},
             "without -fno-builtin, a comparison of a constant length of at most 1024 bytes is inlined")
      .Cases({"memcpy", "memmove", "memset"}, "use a constant length of at most 1024 bytes, so that it is inlined")
      .Cases({"strlen", "strnlen", "strcpy", "strncpy", "strcat", "strchr", "strstr", "memchr", "memmem"},
             "write a bounded loop, or use bpf_probe_read_kernel_str() to copy a string and get its length")
      .Cases({"strcmp", "strncmp"}, "use bpf_strncmp() (Linux 5.17), or write a bounded loop")
      .Cases({"printf", "puts", "putchar", "fprintf"}, "use bpf_printk()")
      .Cases({"sprintf", "snprintf"}, "use BPF_SNPRINTF() (Linux 5.13)")
      .Cases({"malloc", "calloc", "free"}, "use a map")
      .Cases({"abort", "exit", "__assert_fail"}, "return from the program")
      .Default("");
}

/// LLVM puts __bpf_trap where code cannot go on.
bool isUnresolved(const Function &F) {
  return F.isDeclaration() && !F.isIntrinsic() && F.getSection() != ".ksyms" && F.getName() != "__bpf_trap";
}

bool mayBeElsewhere(const Function &F) { return isUnresolved(F) && libraryRemedy(F.getName()).empty(); }

} // namespace bpf
