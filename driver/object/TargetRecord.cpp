// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names are what counts: readelf shows them, and a linker can compare them.
#include "driver/object/TargetRecord.h"

namespace bpf {

std::vector<RecordedSymbol> recordOf(const Target &T) {
  std::vector<RecordedSymbol> Symbols = {{"bpfcc.cpu." + name(T.cpu()).str(), unsigned(T.cpu()) + 1}};
  if (KernelVersion Kernel = T.kernel(); T.kernelIsNamed())
    Symbols.push_back({"bpfcc.kernel." + Kernel.text(), (Kernel.Major << 16) + (Kernel.Minor << 8)});
  return Symbols;
}

} // namespace bpf
