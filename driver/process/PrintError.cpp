// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// As LLVM's own tools do it.
#include "driver/process/PrintError.h"
#include "llvm/Support/WithColor.h"

namespace bpf {

void printError(const llvm::Twine &Message) { llvm::WithColor::error(llvm::errs(), "bpfcc") << Message << '\n'; }

} // namespace bpf
