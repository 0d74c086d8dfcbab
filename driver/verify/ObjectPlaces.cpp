// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Debug information of an object names its files; the text of these says the rest.
#include "driver/verify/ObjectPlaces.h"
#include "driver/explain/SourceLine.h"
#include "driver/object/CodePlace.h"
#include "driver/verify/LoadedCode.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

using namespace llvm;

namespace bpf {

Place sectionPlace(const Verdict &V, const NamedObject &Object, LaterDiagnostics &Diagnostics) {
  StringRef Content(Object.Object.data(), Object.Object.size());
  btf::Result<btf::TypeFile> Types = btf::decodeFile({Content.data(), Content.size()});
  std::optional<LoadedFunction> Begin = programIn(Content, V.Section, V.Program);
  if (!Types || !Begin)
    return {};
  return Diagnostics.above(placeOf(*Types, Begin->Section, Begin->Offset), V.Section + "\"");
}

Place declarationOf(StringRef Name, const NamedObject &Object, LaterDiagnostics &Diagnostics) {
  btf::Result<btf::TypeFile> Types = btf::decodeFile({Object.Object.data(), Object.Object.size()});
  if (Name.empty() || !Types || !Types->Code)
    return {};
  std::set<std::string> Files;
  for (const auto &Section : Types->Code->Lines)
    for (const btf::LineInfo &Each : Section.Records)
      Files.emplace(Types->Types.text(Each.File));
  constexpr unsigned Everywhere = ~0u;
  for (const std::string &File : Files)
    for (const std::string &Text : {(Name + " SEC(").str(), (Name + " __ksym").str(), (Name + " __kconfig").str()})
      if (Place Found = Diagnostics.above({File, Everywhere, 0, ""}, Text, Everywhere); Found.Line != Everywhere)
        return Found;
  return {};
}

/// Nothing inside of a function begins in the first column, and a definition is no declaration.
static size_t definitionIn(StringRef Line) {
  bool IsBegin = !Line.empty() && (isAlpha(Line.front()) || Line.front() == '_') && Line.contains('(') &&
                 !Line.rtrim().ends_with(";") && !Line.starts_with("SEC(") && !Line.rtrim().ends_with(":");
  return IsBegin ? 0 : StringRef::npos;
}

Place functionAbove(const Place &Where, LaterDiagnostics &Diagnostics) {
  return Diagnostics.findAbove(Where, definitionIn).value_or(Place());
}

Place variableAbove(const Place &Where, StringRef Name, LaterDiagnostics &Diagnostics) {
  Place Function = functionAbove(Where, Diagnostics);
  auto Declares = [&](StringRef Line) { return declarationIn(Line, Name); };
  if (Function.Line)
    if (std::optional<Place> Found = Diagnostics.findAbove(Where, Declares, Where.Line - Function.Line + 1))
      return *Found;
  // Outside of it only what no other function has: neither a variable, which is indented, nor a parameter.
  auto DeclaresForAll = [&](StringRef Line) {
    size_t Column = declarationIn(Line, Name);
    bool IsOfFunction = Column == StringRef::npos || isSpace(Line.front()) ||
                        Line.take_front(Column).count('(') != Line.take_front(Column).count(')');
    return IsOfFunction ? StringRef::npos : Column;
  };
  return Diagnostics.findAbove(Where, DeclaresForAll).value_or(Place());
}

} // namespace bpf
