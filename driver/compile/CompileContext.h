// What a compile of one source needs besides the source, and what it makes.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_COMPILECONTEXT_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_COMPILECONTEXT_H

#include "driver/diagnostics/Pragmas.h"
#include "driver/options/Options.h"
#include "driver/process/Recovery.h"

namespace bpf {

enum class Emission { Object, Assembly, Bitcode, IR };

struct CompileContext {
  const Options &User;
  const Target &For;
  Recovery &Guard;
  const Pragmas *Regions = nullptr; ///< of the source; null where the input has none
};

} // namespace bpf

#endif
