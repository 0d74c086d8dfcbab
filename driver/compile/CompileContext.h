// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a compile of one source needs besides the source, and what it makes.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_COMPILECONTEXT_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_COMPILECONTEXT_H

#include "driver/diagnostics/Pragmas.h"
#include "driver/options/Options.h"
#include "driver/process/Installation.h"
#include "driver/process/Recovery.h"
#include "llvm/ADT/StringSet.h"

namespace bpf {

namespace trim {
class HeaderTrim;
}

enum class Emission { Object, Assembly, Bitcode, IR };

struct CompileContext {
  const Options &Opts;
  const Target &T;
  Recovery &Guard;
  const Installation &Installed;
  trim::HeaderTrim *Trim = nullptr; ///< of a source; null where the input has no headers
  const Pragmas *Regions = nullptr; ///< of the source; null where the input has none
  /// Structures of the source whose members are to be accessed at constant offsets; null where the input has none.
  const llvm::StringSet<> *PreservedRecords = nullptr;
};

} // namespace bpf

#endif
