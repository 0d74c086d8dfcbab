// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfbtf dump: types as text.
#include "btf/tool/Command.h"

namespace bpf::btf {

/// The types that are named before the file, or all.
static std::optional<std::vector<TypeId>> chosen(const TypeGraph &Types, const Words &Given) {
  std::span<const std::string> Names = std::span(Given.Others).first(Given.Others.size() - 1);
  if (Names.empty())
    return ownTypes(Types);
  std::vector<TypeId> Ids;
  for (const std::string &Name : Names) {
    std::vector<TypeId> Found = named(Types, Name);
    if (Found.empty()) {
      fail(makeError("'", Given.Others.back(), "' has no type '", Name, "'").Message);
      return std::nullopt;
    }
    Ids.insert(Ids.end(), Found.begin(), Found.end());
  }
  return Ids;
}

using Ids = std::span<const TypeId>;

/// A format for which a file is its types.
template <void (*Dump)(const TypeGraph &, Ids, TextOutput &)>
static void ofTypes(const TypeFile &File, Ids Chosen, TextOutput &Out) {
  Dump(File.Types, Chosen, Out);
}

static void c(const TypeFile &File, Ids Chosen, TextOutput &Out) { dumpC(File.Types, Chosen, Out); }

static void json(const TypeFile &File, Ids Chosen, TextOutput &Out) {
  dumpJson(File.Types, Chosen, File.Code ? &*File.Code : nullptr, Out);
}

/// Nothing where the file has no .BTF.ext.
static void code(const TypeFile &File, Ids, TextOutput &Out) {
  if (File.Code)
    dumpCode(File.Types, *File.Code, Out);
}

Exit runDump(const Words &Given) {
  using Format = void (*)(const TypeFile &, Ids, TextOutput &);
  static const std::map<std::string, Format> Formats = {
#define FORMAT(Name, Dump, Summary) {Name, Dump},
#include "btf/tool/Formats.def"
  };
  auto As = Formats.find(Given.value("format", "raw"));
  if (As == Formats.end())
    return fail(makeError("unknown format '", Given.value("format"), "'; see bpfbtf dump --help").Message);
  if (Given.Others.empty())
    return fail("no input file; see bpfbtf dump --help");
  std::optional<Loaded> Input = loadOnBase(Given.Others.back(), Given);
  if (!Input)
    return Wrong;
  std::optional<std::vector<TypeId>> Chosen = chosen(Input->File.Types, Given);
  if (!Chosen)
    return Wrong;
  StandardOutput Out;
  As->second(Input->File, *Chosen, Out.text());
  return Out.finish();
}

} // namespace bpf::btf
