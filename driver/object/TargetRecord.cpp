// The names are what counts: readelf shows them, and a linker can compare them.
#include "driver/object/TargetRecord.h"

namespace bpf {

std::vector<RecordedSymbol> recordOf(const Target &For) {
  std::vector<RecordedSymbol> Symbols = {{"bpfcc.cpu." + name(For.cpu()).str(), unsigned(For.cpu()) + 1}};
  if (KernelVersion Kernel = For.kernel(); For.kernelIsNamed())
    Symbols.push_back({"bpfcc.kernel." + Kernel.text(), (Kernel.Major << 16) + (Kernel.Minor << 8)});
  return Symbols;
}

} // namespace bpf
