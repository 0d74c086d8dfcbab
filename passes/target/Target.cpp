// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Questions to a Target, and the names in its tables.
#include "passes/target/Target.h"
#include "passes/target/CpuRelease.h"
#include "passes/target/Facts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

template <typename Row> static std::vector<StringRef> namesOf(const Row &Rows) {
  std::vector<StringRef> Names;
  for (const auto &Each : Rows)
    Names.push_back(Each.Name);
  return Names;
}

StringRef name(Cpu C) { return facts::Cpus[unsigned(C)].Name; }
StringRef name(Feature F) { return facts::Features[unsigned(F)].Name; }
StringRef name(Loader L) { return facts::Loaders[unsigned(L)].Name; }
StringRef name(Capability C) { return facts::Capabilities[unsigned(C)]; }

std::vector<StringRef> cpuNames() {
  std::vector<StringRef> Names = namesOf(facts::Cpus);
  Names.insert(Names.begin(), {"probe", "generic"});
  return Names;
}
std::vector<StringRef> loaderNames() { return namesOf(facts::Loaders); }
std::vector<StringRef> capabilityNames() {
  return std::vector<StringRef>(std::begin(facts::Capabilities), std::end(facts::Capabilities));
}
std::vector<StringRef> capabilitySets() { return {"root", "none"}; }
std::vector<StringRef> architectureNames() {
  std::vector<StringRef> Names;
  for (const Architecture &Each : facts::Architectures)
    Names.push_back(Each.Machine);
  return Names;
}

std::string cpuHelp() {
  std::string Text = "probe    the newest that the running kernel accepts (default)\n"
                     "generic  v1\n";
  for (const facts::CpuRow &Row : facts::Cpus)
    Text += formatv("{0,-8} {1}, Linux {2}\n", Row.Name, Row.Adds, Row.Since.text()).str();
  return Text;
}

/// "calls, data, maps"; "none" for a loader that does nothing of it.
static std::string traitsText(const facts::LoaderRow &Row) {
  std::string Text;
  for (const auto &[Trait, Word] : facts::LoaderTraits)
    if (Row.has(Trait))
      Text += (Text.empty() ? "" : ", ") + Word.str();
  return Text.empty() ? "none" : Text;
}

std::string featureHelp() {
  std::string Text = "facts up to Linux " + KernelVersion::newestKnown().text() + "\n";
  Text += "kernel features, with the first release that has them\n";
  for (const facts::FeatureRow &Row : facts::Features)
    Text += formatv("  {0,-24} {1,-6} {2}\n", Row.Name, Row.Since.text(), Row.Source).str();
  Text += "loaders, and what they do\n";
  for (const facts::LoaderRow &Row : facts::Loaders)
    Text += formatv("  {0,-24} {1} ({2})\n", Row.Name, traitsText(Row), Row.Source).str();
  return Text;
}

KernelVersion Target::since(Feature F) { return facts::Features[unsigned(F)].Since; }

bool Target::has(Feature F) const {
  if (Kernel < since(F))
    return false;
  const facts::LoaderRow &Reader = facts::Loaders[unsigned(LoaderOfTarget)];
  switch (F) {
  case Feature::FunctionCalls:
    return Reader.has(facts::Calls) && mayCall();
  case Feature::GlobalData:
    return Reader.has(facts::Data);
  default:
    return true;
  }
}

Answer Target::judge(Releases Accepting, KernelVersion Possible) const {
  if (KernelNamed)
    return Answer(Accepting, Kernel, newestKernel(), true);
  // What only kernels have that are newer than the running one is judged by the first of them.
  return Answer(Accepting, Possible, std::max(Kernel, Possible), false);
}

bool Target::readsBtfMaps() const { return facts::Loaders[unsigned(LoaderOfTarget)].has(facts::Maps); }

bool Target::mayCall() const { return may(Capability::Bpf) || may(Capability::SysAdmin); }

std::string Target::componentWithoutCalls() const {
  return mayCall() ? kernelAndLoader() : "kernel " + Kernel.text() + " without CAP_BPF";
}

std::string Target::kernelAndLoader() const {
  return ("kernel " + Kernel.text() + " with loader " + name(LoaderOfTarget)).str();
}

bool Target::needsGpl(const Helper &Called, StringRef Type) const {
  const AnyLicense &Free = Called.License;
  if (Kernel < Free.Since)
    return true;
  return !Free.OnlyType.empty() && !Type.empty() && Type != Free.OnlyType;
}

bool Target::readsSections() const { return facts::Loaders[unsigned(LoaderOfTarget)].has(facts::Sections); }
bool Target::loadsStaticPrograms() const { return facts::Loaders[unsigned(LoaderOfTarget)].has(facts::StaticPrograms); }
bool Target::loaderIsLibrary() const { return facts::Loaders[unsigned(LoaderOfTarget)].has(facts::IsLibrary); }
bool Target::rejectsUnknownMembers() const { return facts::Loaders[unsigned(LoaderOfTarget)].has(facts::Members); }

bool Target::setsSizes(const MapRule &Type) const {
  return facts::Loaders[unsigned(LoaderOfTarget)].has(facts::EventSizes) && Type.isOfEvents();
}

/// Before 1.0 libbpf accepted much that it rejects since.
static bool isBeforeOne(const std::optional<KernelVersion> &Version) { return Version && Version->Major < 1; }

bool Target::acceptsLegacyMaps() const {
  return facts::Loaders[unsigned(LoaderOfTarget)].has(facts::LegacyMaps) || isBeforeOne(LoaderVersion);
}

bool Target::knowsSection(StringRef Section) const {
  // A name could have any suffix then (SEC_SLOPPY_PFX), and the table is newer.
  if (isBeforeOne(LoaderVersion))
    return true;
  // With ? before it a program is not loaded by itself, and is the same otherwise (libbpf 0.8).
  Section.consume_front("?");
  bool ByPrefix = facts::Loaders[unsigned(LoaderOfTarget)].has(facts::Prefixes);
  return any_of(programSections(), [&](const ProgramSection &Each) {
    bool IsThere = !Each.isOfIproute2() && (!LoaderVersion || Each.Since <= *LoaderVersion);
    // A row that ends with + has its name up to the first / there, as with libbpf.
    bool IsPrefix = ByPrefix && !Each.Pattern.ends_with("+") && Section.starts_with(Each.name());
    return IsThere && (IsPrefix || Each.matches(Section));
  });
}

KernelVersion firstKernelOf(Cpu C) { return facts::Cpus[unsigned(C)].Since; }
KernelVersion Target::cpuSince() const { return firstKernelOf(CpuOfTarget); }
bool Target::accepts(Cpu C) const { return facts::Cpus[unsigned(C)].Since <= Kernel; }

unsigned Target::programLimit() const {
  bool Privileged = may(Capability::Bpf) || may(Capability::SysAdmin);
  return has(Feature::LargePrograms) && Privileged ? 1'000'000 : 4096;
}

bool Target::may(Capability C) const { return Capabilities & (1u << unsigned(C)); }

std::string Target::capabilitiesText() const {
  std::vector<StringRef> Names;
  for (unsigned I = 0; I != std::size(facts::Capabilities); ++I)
    if (Capabilities & (1u << I))
      Names.push_back(facts::Capabilities[I]);
  if (Names.empty())
    return "none";
  return Names.size() == std::size(facts::Capabilities) ? "root" : join(Names, ",");
}

} // namespace bpf
