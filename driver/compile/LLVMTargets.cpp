// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// llvm/Support/TargetSelect.h would name every target that Debian's LLVM was built with.
#include "driver/compile/LLVMTargets.h"

extern "C" {
void LLVMInitializeBPFTargetInfo();
void LLVMInitializeBPFTarget();
void LLVMInitializeBPFTargetMC();
void LLVMInitializeBPFAsmPrinter();
void LLVMInitializeBPFAsmParser();
}

namespace bpf {

void registerLLVMTargets() {
  LLVMInitializeBPFTargetInfo();
  LLVMInitializeBPFTarget();
  LLVMInitializeBPFTargetMC();
  LLVMInitializeBPFAsmPrinter();
  LLVMInitializeBPFAsmParser();
}

} // namespace bpf
