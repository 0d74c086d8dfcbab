// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names are what counts: readelf shows them, and a linker can compare them.
#include "driver/object/TargetRecord.h"
#include "llvm/Object/ObjectFile.h"

using namespace llvm;

namespace bpf {

static constexpr StringLiteral CpuPrefix = "bpfcc.cpu.", KernelPrefix = "bpfcc.kernel.";

std::vector<RecordedSymbol> recordOf(const Target &T) {
  std::vector<RecordedSymbol> Symbols = {{(CpuPrefix + name(T.cpu())).str(), unsigned(T.cpu()) + 1}};
  if (KernelVersion Kernel = T.kernel(); T.kernelIsNamed())
    Symbols.push_back({(KernelPrefix + Kernel.text()).str(), (Kernel.Major << 16) + (Kernel.Minor << 8)});
  return Symbols;
}

static std::optional<Cpu> cpuNamed(StringRef Name) {
#define CPU(Id, Text, Major, Minor, Adds)                                                                              \
  if (Name == Text)                                                                                                    \
    return Cpu::Id;
#include "passes/target/Cpus.def"
  return std::nullopt;
}

TargetRecord recordIn(StringRef Object) {
  TargetRecord Read;
  Expected<std::unique_ptr<object::ObjectFile>> File =
      object::ObjectFile::createObjectFile(MemoryBufferRef(Object, "object"));
  if (!File) {
    consumeError(File.takeError());
    return Read;
  }
  for (const object::SymbolRef &Symbol : (*File)->symbols()) {
    Expected<StringRef> Name = Symbol.getName();
    if (!Name) {
      consumeError(Name.takeError());
      continue;
    }
    if (Name->consume_front(CpuPrefix))
      Read.OfCpu = cpuNamed(*Name);
    else if (Name->consume_front(KernelPrefix))
      Read.OfKernel = KernelVersion::parse(*Name);
  }
  return Read;
}

} // namespace bpf
