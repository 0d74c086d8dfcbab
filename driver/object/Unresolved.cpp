// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Symbols by LLVM's object library; their kinds and the lines of code by the object's own types.
#include "driver/object/Unresolved.h"
#include "driver/object/CodePlace.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Object/ObjectFile.h"
#include <set>

using namespace llvm;

namespace bpf {

namespace {

/// BTF of names that have no definition in the object.
struct Declared {
  std::set<std::string> ForLoader; ///< in .ksyms or .kconfig, the sections of BTF for what the loader looks up
  std::set<std::string> Variables;
};

} // namespace

static Declared declaredIn(const btf::TypeGraph &Types) {
  Declared Result;
  for (btf::TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id) {
    std::string_view Name = Types.name(Id);
    if (Types[Id].What == btf::Kind::Variable)
      Result.Variables.emplace(Name);
    if (Name == ".ksyms" || Name == ".kconfig")
      for (const btf::SectionVariable &Each : Types.variables(Id))
        Result.ForLoader.emplace(Types.name(Each.Variable));
  }
  return Result;
}

Place placeOf(StringRef Object, const object::SymbolRef &Symbol) {
  btf::Result<btf::TypeFile> Types = btf::decodeFile({Object.data(), Object.size()});
  Expected<object::section_iterator> Section = Symbol.getSection();
  Expected<uint64_t> Offset = Symbol.getValue();
  if (!Section || !Offset || !Types || !Types->Code || *Section == Symbol.getObject()->section_end()) {
    consumeError(Section.takeError());
    consumeError(Offset.takeError());
    return {};
  }
  Expected<StringRef> Name = (*Section)->getName();
  if (Name)
    return placeOf(*Types, *Name, *Offset);
  consumeError(Name.takeError());
  return {};
}

/// The first place of code that each symbol is used at.
static std::map<std::string, Place> placesOfUse(const object::ObjectFile &File, const btf::TypeFile &Types) {
  std::map<std::string, Place> Places;
  // Without lines there is still the name.
  if (!Types.Code)
    return Places;
  for (const object::SectionRef &Section : File.sections()) {
    Expected<object::section_iterator> Code = Section.getRelocatedSection();
    if (!Code || *Code == File.section_end() || !(*Code)->isText()) {
      consumeError(Code.takeError());
      continue;
    }
    Expected<StringRef> Of = (*Code)->getName();
    if (!Of) {
      consumeError(Of.takeError());
      continue;
    }
    for (const object::RelocationRef &Each : Section.relocations()) {
      Expected<StringRef> Name = Each.getSymbol()->getName();
      if (Name)
        Places.try_emplace(Name->str(), placeOf(Types, *Of, Each.getOffset()));
      else
        consumeError(Name.takeError());
    }
  }
  return Places;
}

Expected<std::map<std::string, UnresolvedUse>> unresolvedUses(StringRef Object) {
  Expected<std::unique_ptr<object::ObjectFile>> File =
      object::ObjectFile::createObjectFile(MemoryBufferRef(Object, "the linked object"));
  if (!File)
    return File.takeError();
  // What has no types that could be read has names all the same.
  btf::Result<btf::TypeFile> Types = btf::decodeFile({Object.data(), Object.size()});
  Declared Known = Types ? declaredIn(Types->Types) : Declared();
  std::map<std::string, Place> Places = Types ? placesOfUse(**File, *Types) : std::map<std::string, Place>();
  std::map<std::string, UnresolvedUse> Result;
  for (const object::SymbolRef &Symbol : (*File)->symbols()) {
    Expected<uint32_t> Flags = Symbol.getFlags();
    Expected<StringRef> Name = Symbol.getName();
    if (!Flags)
      return Flags.takeError();
    if (!Name)
      return Name.takeError();
    // LLVM puts __bpf_trap where code cannot go on.
    if (!(*Flags & object::SymbolRef::SF_Undefined) || Name->empty() || *Name == "__bpf_trap" ||
        Known.ForLoader.count(Name->str()))
      continue;
    bool IsVariable = Known.Variables.count(Name->str());
    Result.try_emplace(Name->str(),
                       UnresolvedUse{IsVariable ? Check::GlobalVariable : Check::UnresolvedCall, Places[Name->str()]});
  }
  return Result;
}

} // namespace bpf
