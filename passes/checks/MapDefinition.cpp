// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libbpf since 1.0, and with it ip, tc and bpftool, reject an object with a section `maps`, and iproute2's old loader
// knows nothing else (-Wbpf-map-definition). What passes/transform/LegacyMaps made of a definition is not here any
// more; it reports the others itself. Those in `.maps` are checked by ImpossibleMap.
#include "passes/RunChecks.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/ImpossibleMap.h"
#include "passes/analysis/LegacyMap.h"
#include "passes/analysis/LegacyMembers.h"
#include "passes/analysis/TailSections.h"
#include "passes/analysis/UnderlyingType.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include <vector>

using namespace llvm;

namespace bpf {

/// Which version of libbpf it will be is seldom named.
static Severity ofLegacyMap(const Target &T) { return T.loaderVersion() ? Severity::Rejected : Severity::Fragile; }

/// Reports a definition in the form of a loader of the project's own. \returns true if it is one.
static bool checkOtherLoader(const GlobalVariable &Map, Report R) {
  const auto *Struct = dyn_cast_or_null<DICompositeType>(typeOf(Map));
  const DIDerivedType *Member = Struct ? memberOfAnotherLoader(*Struct) : nullptr;
  if (!Member)
    return false;
  R(findingAtDefinition(
      Map, Severity::Advice,
      formatv("'{0}' is a struct {1} with a member '{2}', a form that libbpf and iproute2 do not know", Map.getName(),
              Struct->getName(), Member->getName()),
      "the project's own loader has to create the map; for libbpf, define it in section '.maps'"));
  return true;
}

/// For iproute2's old loader a struct bpf_map_def is a struct bpf_elf_map with other names.
static void checkAsTheyAre(const Module &M, const Target &T, Report R) {
  (void)slotsOf(tailPrograms(M), legacyMaps(M, R), R);
  for (const GlobalVariable &Variable : M.globals())
    if (Variable.getSection() == LegacySection)
      checkOtherLoader(Variable, R);
    else if (Variable.getSection() == ".maps")
      R(findingAtDefinition(
          Variable, Severity::Rejected,
          formatv("'{0}' is defined in '.maps', which {1} does not read", Variable.getName(), name(T.loader())),
          "define it as a struct bpf_elf_map in section 'maps'"));
}

namespace {

/// What the definitions of a source leave out, which a program that loads the object may set. One thing was forgotten;
/// who leaves out several sets them.
class Omissions {
public:
  void add(const DIDerivedType *First, bool IsInner, Finding F) {
    (IsInner ? Inner : Outer).emplace_back(First, std::move(F));
  }

  void report(Report R) {
    // Inner maps mostly have the struct of a map that is put there, which is reported already.
    erase_if(Inner, [&](const Omission &Each) { return is_contained(make_first_range(Outer), Each.first); });
    if (Outer.size() + Inner.size() == 1)
      R(std::move((Outer.empty() ? Inner : Outer).front().second));
  }

private:
  using Omission = std::pair<const DIDerivedType *, Finding>;
  std::vector<Omission> Outer, Inner;
};

} // namespace

void checkMapDefinition(const Module &M, const Target &T, Report R) {
  if (!T.readsBtfMaps())
    return checkAsTheyAre(M, T, R);
  Omissions Omitted;
  auto Collect = [&](const DIDerivedType *First, bool IsInner, Finding F) {
    Omitted.add(First, IsInner, std::move(F));
  };
  for (const GlobalVariable &Variable : M.globals()) {
    if (Variable.getSection() == LegacySection && !checkOtherLoader(Variable, R) && !T.acceptsLegacyMaps())
      R(findingAtDefinition(
          Variable, ofLegacyMap(T),
          formatv("'{0}' is defined in section 'maps', which libbpf rejects since 1.0", Variable.getName()),
          "define it in '.maps', or let bpfcc convert it (-fbpf-legacy-maps)"));
    // Another source may have the definition.
    if (Variable.getSection() == ".maps" && !Variable.isDeclaration())
      checkImpossibleMap(Variable, T, R, Collect);
  }
  Omitted.report(R);
}

} // namespace bpf
