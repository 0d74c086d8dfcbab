// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From the user's options to a Target: reading names and versions, and choosing the instruction set.
#include "passes/target/CpuProbe.h"
#include "passes/target/Facts.h"
#include "passes/target/NamedKernel.h"
#include "passes/target/Target.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

static Error unknown(StringRef What, StringRef Text, ArrayRef<StringRef> Known) {
  return createStringError(formatv("unknown {0} '{1}' (expected one of {2})", What, Text, join(Known, ", ")).str());
}

Expected<Target> Target::resolve(const TargetRequest &Request) {
  Target Result;
  if (Error E = Result.resolveMachine(Request))
    return E;
  if (Error E = Result.resolveLoader(Request.Loader))
    return E;
  if (Error E = Result.resolveCapabilities(Request.Capabilities))
    return E;
  if (Error E = Result.resolveKernel(Request.Kernel))
    return E;
  if (Error E = Result.resolveCpu(Request.Cpu))
    return E;
  return Result;
}

Expected<KernelVersion> namedKernel(StringRef Text) {
  std::optional<KernelVersion> Named = KernelVersion::parse(Text);
  if (!Named)
    return createStringError("unknown kernel '" + Text + "' (expected a release such as 5.15, or 'running')");
  if (*Named < facts::Cpus[0].Since)
    return createStringError("kernel " + Named->text() + " cannot load BPF programs; the first is " +
                             facts::Cpus[0].Since.text());
  if (std::optional<KernelVersion> Last = Named->lastOfSeries())
    return createStringError(
        formatv("there is no kernel {0}; {1} was followed by {2}.0", Named->text(), Last->text(), Last->Major + 1)
            .str());
  return *Named;
}

Error Target::resolveKernel(StringRef Text) {
  Running = KernelVersion::running().value_or(KernelVersion());
  if (Text.empty() || Text == "running") {
    // A host whose release cannot be read is no reason to fail: what is built today is loaded on a recent kernel.
    Kernel = KernelVersion::running().value_or(facts::Cpus[unsigned(Cpu::V4)].Since);
    return Error::success();
  }
  Expected<KernelVersion> Named = namedKernel(Text);
  if (!Named)
    return Named.takeError();
  Kernel = *Named;
  KernelNamed = true;
  return Error::success();
}

/// The newest instruction set that a release has.
static Cpu newestOf(KernelVersion Kernel) {
  Cpu Newest = Cpu::V1;
  for (unsigned I = 0; I != std::size(facts::Cpus); ++I)
    if (facts::Cpus[I].Since <= Kernel)
      Newest = Cpu(I);
  return Newest;
}

void Target::probeForCpu() {
  std::optional<Cpu> Probed = probeCpu();
  CpuGuessed = !Probed;
  CpuOfTarget = Probed.value_or(newestOf(KernelVersion::running().value_or(Kernel)));
  CpuReason = Probed ? "the newest that the running kernel accepts"
                     : "the newest of the running kernel's release; bpf() is not permitted here";
}

Error Target::resolveCpu(StringRef Text) {
  const auto *Row =
      find_if(facts::Cpus, [&](const auto &Each) { return Each.Name == (Text == "generic" ? "v1" : Text); });
  if (Row != std::end(facts::Cpus)) {
    CpuOfTarget = Cpu(Row - std::begin(facts::Cpus));
    CpuReason = "named by -mcpu";
  } else if (Text.empty() && KernelNamed) {
    CpuOfTarget = newestOf(Kernel);
    CpuReason = "the newest of kernel " + Kernel.text() + " has";
  } else if (Text.empty() || Text == "probe") {
    probeForCpu();
  } else {
    return unknown("cpu", Text, cpuNames());
  }
  if (!KernelNamed || accepts(CpuOfTarget))
    return Error::success();
  return createStringError(formatv("kernel {0} does not support instruction set {1}, which needs {2}; use -mcpu={3}",
                                   Kernel.text(), name(CpuOfTarget), facts::Cpus[unsigned(CpuOfTarget)].Since.text(),
                                   name(newestOf(Kernel)))
                               .str());
}

Error Target::resolveLoader(StringRef Text) {
  auto [Name, Version] = (Text.empty() ? StringRef("libbpf") : Text).split(':');
  const auto *Row = find_if(facts::Loaders, [&](const auto &Each) { return Each.Name == Name; });
  if (Row == std::end(facts::Loaders))
    return unknown("loader", Name, loaderNames());
  LoaderOfTarget = Loader(Row - std::begin(facts::Loaders));
  if (!Text.contains(':'))
    return Error::success();
  LoaderVersion = KernelVersion::parse(Version);
  if (!Row->has(facts::HasVersion) || !LoaderVersion)
    return createStringError(Row->has(facts::HasVersion)
                                 ? "unknown version '" + Version + "' of loader " + Name + " (expected one such as 1.1)"
                                 : "loader " + Name + " does not accept a version");
  return Error::success();
}

Error Target::resolveCapabilities(StringRef Text) {
  if (Text.empty() || Text == "root") {
    Capabilities = (1u << std::size(facts::Capabilities)) - 1;
    return Error::success();
  }
  if (Text == "none")
    return Error::success();
  SmallVector<StringRef> Names;
  Text.split(Names, ',');
  for (StringRef Name : Names) {
    Name.consume_front_insensitive("cap_");
    const StringRef *Row = find_if(facts::Capabilities, [&](StringRef Each) { return Each.equals_insensitive(Name); });
    if (Row == std::end(facts::Capabilities)) {
      std::vector<StringRef> Known = capabilitySets();
      append_range(Known, capabilityNames());
      return unknown("capability", Name, Known);
    }
    Capabilities |= 1u << (Row - std::begin(facts::Capabilities));
  }
  return Error::success();
}

} // namespace bpf
