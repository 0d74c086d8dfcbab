// libbpf from 1.0 on, and with it ip, tc and bpftool, refuse an object with a section `maps`, and iproute2's old loader
// knows nothing else (-Wbpf-map-definition). What passes/transform/LegacyMaps made of a definition is not here any
// more; it tells of the others itself. Those in `.maps` are looked at by ImpossibleMap.
#include "passes/RunChecks.h"
#include "passes/ir/GlobalUse.h"
#include "passes/ir/ImpossibleMap.h"
#include "passes/ir/LegacyMap.h"
#include "passes/ir/TailSections.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include <set>
#include <vector>

using namespace llvm;

namespace bpf {

/// Which version of libbpf it will be is seldom named.
static Severity ofLegacyMap(const Target &T) { return T.loaderVersion() ? Severity::Refused : Severity::Fragile; }

/// For iproute2's old loader a struct bpf_map_def is a struct bpf_elf_map with other names.
static void checkAsTheyAre(const Module &M, const Target &T, Report R) {
  (void)slotsOf(tailPrograms(M), legacyMaps(M, R), R);
  for (const GlobalVariable &Variable : M.globals())
    if (Variable.getSection() == ".maps")
      R(findingAtDefinition(
          Variable, Severity::Refused,
          formatv("'{0}' is defined in '.maps', which {1} does not read", Variable.getName(), name(T.loader())),
          "define it as a struct bpf_elf_map in section 'maps'"));
}

void checkMapDefinition(const Module &M, const Target &T, Report R) {
  if (!T.readsBtfMaps())
    return checkAsTheyAre(M, T, R);
  std::vector<Finding> LeftOut;
  std::set<std::pair<const DIDerivedType *, std::string>> Things;
  auto Collect = [&](const DIDerivedType *First, Finding F) {
    if (Things.insert({First, F.Notes.front().Message}).second)
      LeftOut.push_back(std::move(F));
  };
  for (const GlobalVariable &Variable : M.globals()) {
    if (Variable.getSection() == LegacySection && !T.takesLegacyMaps())
      R(findingAtDefinition(
          Variable, ofLegacyMap(T),
          formatv("'{0}' is defined in section 'maps', which libbpf refuses from 1.0 on", Variable.getName()),
          "define it in '.maps'; bpfcc does so by itself (-fbpf-legacy-maps)"));
    // Another source may have the definition.
    if (Variable.getSection() == ".maps" && !Variable.isDeclaration())
      checkImpossibleMap(Variable, T, R, Collect);
  }
  // One was forgotten; who leaves out several sets them.
  if (LeftOut.size() == 1)
    R(std::move(LeftOut.front()));
}

} // namespace bpf
