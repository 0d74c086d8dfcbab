// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A map is defined by numbers that the kernel and the loader look at before anything else (-Wbpf-map-definition): the
// rules of each type are rows of MapTypes.def. What a definition leaves out a program that loads the object through a
// library may still set, bpf_map__set_max_entries() for one; ip, tc and bpftool set nothing.
#include "passes/analysis/ImpossibleMap.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MapType.h"
#include "passes/target/MapRule.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/Support/FormatVariadic.h"
#include <utility>

using namespace llvm;

namespace bpf {

namespace {

/// One definition, of a variable or of the maps that are its values, and where to report.
class Definition {
public:
  Definition(std::string Name, MapType Type, Place Declared, const Target &T, Report R, Report Omitted)
      : Name(std::move(Name)), Type(std::move(Type)), Declared(std::move(Declared)), T(T), R(R), Omitted(Omitted) {}

  void check(const MapRule *Rule) const;

private:
  void checkMembers() const;
  void checkSize(StringRef What, StringRef Member, const NumberRule &Rule, std::optional<uint64_t> Given,
                 const MapRule &Of) const;
  void checkSizes(const MapRule &Rule) const;
  void checkEntries(const MapRule &Rule) const;
  void checkRest(const MapRule &Rule) const;

  /// The first of the members of those names; the variable where there is none.
  Place placeOf(std::initializer_list<StringRef> Names) const;
  void report(Severity Sev, Place Where, std::string Message, std::string Remedy) const;
  Finding finding(Severity Sev, Place Where, std::string Message, std::string Remedy) const;
  /// For what a library's user may set, which is reported to Unset.
  void lacks(std::string Message, std::string Remedy, StringRef Setter, Report Unset) const;
  void lacks(std::string Message, std::string Remedy, StringRef Setter) const {
    lacks(std::move(Message), std::move(Remedy), Setter, Omitted);
  }

  std::string Name; ///< in quotes
  MapType Type;
  Place Declared;
  const Target &T;
  Report R;
  Report Omitted;
};

} // namespace

Place Definition::placeOf(std::initializer_list<StringRef> Names) const {
  for (StringRef Each : Names)
    for (const DIDerivedType *Member : Type.Members)
      if (Member->getName() == Each && Member->getFile())
        return {fileOf(*Member->getFile()), Member->getLine(), 0, ""};
  return Declared;
}

Finding Definition::finding(Severity Sev, Place Where, std::string Message, std::string Remedy) const {
  Finding Found{Check::MapDefinition, Sev, std::move(Where), std::move(Message), {}, {}};
  if (!Remedy.empty())
    Found.Notes.push_back({std::move(Remedy), {}});
  return Found;
}

void Definition::report(Severity Sev, Place Where, std::string Message, std::string Remedy) const {
  R(finding(Sev, std::move(Where), std::move(Message), std::move(Remedy)));
}

void Definition::lacks(std::string Message, std::string Remedy, StringRef Setter, Report Unset) const {
  bool MayBeSet = T.loaderIsLibrary() && !Setter.empty();
  if (MayBeSet && T.loader() == Loader::Libbpf)
    Remedy += formatv(", or call {0}() in the loading program", Setter);
  Severity Sev = MayBeSet ? Severity::Unset : Severity::Rejected;
  (MayBeSet ? Unset : R)(finding(Sev, Declared, std::move(Message), std::move(Remedy)));
}

void Definition::checkMembers() const {
  for (const DIDerivedType *Member : Type.Members) {
    if (isMapMember(Member->getName()))
      continue;
    StringRef Near = nearestMapMember(Member->getName());
    report(T.rejectsUnknownMembers() ? Severity::Rejected : Severity::Fragile, placeOf({Member->getName()}),
           formatv("{0} has a member '{1}', which {2} {3}", Name, Member->getName(), name(T.loader()),
                   T.rejectsUnknownMembers() ? "rejects" : "ignores"),
           Near.empty()
               ? "a definition in .maps may have type, key, value, max_entries, map_flags, pinning and similar members"
               : formatv("did you mean '{0}'?", Near).str());
  }
}

void Definition::checkSize(StringRef What, StringRef Member, const NumberRule &Rule, std::optional<uint64_t> Given,
                           const MapRule &Of) const {
  uint64_t Bytes = Given.value_or(0);
  if (Rule.accepts(Bytes))
    return;
  if (Bytes == 0) {
    lacks(formatv("{0} does not define its {1} size, which is {3} for a BPF_MAP_TYPE_{2}", Name, What, Of.Name,
                  Rule.Words),
          formatv("add __type({0}, TYPE)", What), ("bpf_map__set_" + Member).str());
    return;
  }
  report(Severity::Rejected, placeOf({What, Member}),
         Rule.acceptsNone() ? formatv("{0} has a {1}, but a BPF_MAP_TYPE_{2} has none", Name, What, Of.Name).str()
                            : formatv("the {1} of {0} has {3} bytes; a BPF_MAP_TYPE_{2} requires {4}", Name, What,
                                      Of.Name, Bytes, Rule.Words)
                                  .str(),
         Rule.acceptsNone() ? "remove it; for cilium/ebpf, which removes it itself, use --loader=cilium-ebpf" : "");
}

void Definition::checkSizes(const MapRule &Rule) const {
  // libbpf gives the values of a map with a list of them their size.
  std::optional<uint64_t> Value = Type.HasValues ? Type.ValueBytes.value_or(4) : Type.ValueBytes;
  checkSize("key", "key_size", Rule.Key, Type.KeyBytes, Rule);
  checkSize("value", "value_size", Rule.Value, Value, Rule);
}

void Definition::checkEntries(const MapRule &Rule) const {
  uint64_t Entries = Type.Entries.value_or(0);
  if (Rule.Entries.accepts(Entries))
    return;
  if (Entries == 0)
    lacks(formatv("{0} has no max_entries, which a BPF_MAP_TYPE_{1} requires", Name, Rule.Name),
          "add __uint(max_entries, N)", "bpf_map__set_max_entries");
  else
    report(Severity::Rejected, placeOf({"max_entries"}),
           formatv("{0} has max_entries, which a BPF_MAP_TYPE_{1} does not accept", Name, Rule.Name), "remove it");
}

void Definition::checkRest(const MapRule &Rule) const {
  if (unsigned Lacking = Rule.Flags & ~Type.Flags.value_or(0)) {
    std::string Message =
        formatv("{0} does not set {1}, which a BPF_MAP_TYPE_{2} requires", Name, mapFlagName(Lacking), Rule.Name);
    std::string Remedy = formatv("add __uint(map_flags, {0})", mapFlagName(Lacking));
    if (Type.Flags.value_or(0) == 0)
      lacks(std::move(Message), std::move(Remedy), "bpf_map__set_map_flags");
    else
      report(Severity::Rejected, placeOf({"map_flags"}), std::move(Message), "add it");
  }
  if (Rule.isOfMaps() && !Type.HasValues)
    lacks(formatv("{0} does not define its inner maps", Name), "add __array(values, STRUCT)",
          "bpf_map__set_inner_map_fd");
  if (Rule.needsTypes() && !Type.HasTypes)
    report(Severity::Rejected, placeOf({"key_size", "value_size"}),
           formatv("{0} has key_size or value_size; a BPF_MAP_TYPE_{1} requires types", Name, Rule.Name),
           "add __type(key, int) and __type(value, TYPE)");
}

void Definition::check(const MapRule *Rule) const {
  checkMembers();
  if (Type.Type.value_or(0) == 0) {
    report(Severity::Rejected, Declared, formatv("{0} has no map type", Name), "add __uint(type, BPF_MAP_TYPE_...)");
    return;
  }
  if (!Rule)
    return;
  if (!T.has(*Rule))
    lacks(formatv("{0} is a BPF_MAP_TYPE_{1}, which needs Linux {2}; the object is for {3}", Name, Rule->Name,
                  Rule->Since.text(), T.kernel().text()),
          "use another map type", "bpf_map__set_autocreate", R);
  if (!T.setsSizes(*Rule))
    checkSizes(*Rule);
  checkEntries(*Rule);
  checkRest(*Rule);
}

void checkImpossibleMap(const GlobalVariable &Variable, const Target &T, Report R, ReportOmission Omitted) {
  std::optional<MapType> Type = mapTypeOf(Variable);
  if (!Type)
    return;
  Place Declared = declarationOf(Variable);
  if (Variable.hasLocalLinkage()) {
    Finding Found{Check::MapDefinition, Severity::Rejected, Declared, "", {}, {}};
    Found.Message = formatv("{0} is static, and no loader accepts static maps", nameOf(Variable));
    Found.Notes.push_back({"remove static", {}});
    R(std::move(Found));
  }
  const MapRule *Rule = findMapRule(Type->Type.value_or(0));
  auto OfOwn = [&](Finding F) { Omitted(Type->Members.front(), /*IsInner=*/false, std::move(F)); };
  Definition(nameOf(Variable), *Type, Declared, T, R, OfOwn).check(Rule);
  if (Type->Inner && Rule && Rule->isOfMaps()) {
    MapType Inner = readMapType(*Type->Inner);
    const MapRule *InnerRule = findMapRule(Inner.Type.value_or(0));
    auto OfInner = [&](Finding F) { Omitted(Inner.Members.front(), /*IsInner=*/true, std::move(F)); };
    Definition("an inner map of " + nameOf(Variable), Inner, Declared, T, R, OfInner).check(InnerRule);
  }
}

} // namespace bpf
