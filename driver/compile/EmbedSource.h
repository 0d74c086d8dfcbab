// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The source lines in .BTF.ext: what a verifier log and llvm-objdump -S show between the instructions.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_EMBEDSOURCE_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_EMBEDSOURCE_H

#include "driver/diagnostics/SourceIndex.h"

namespace llvm {
class Module;
}

namespace bpf {

/// Gives the debug information of every file that instructions come from its text. LLVM would read the files again by
/// the names in the debug information, and those the Profile made relative: it would find none, or another one.
/// Headers without code stay without. LLVM keeps the text in DWARF too; finish() drops it
/// (driver/object/EmbeddedSources).
void embedSources(llvm::Module &M, const SourceIndex &Index);

} // namespace bpf

#endif
