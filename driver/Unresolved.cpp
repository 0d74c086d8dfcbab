// Symbols and lines by LLVM's object library, the kinds of types by libbpf.
#include "driver/Unresolved.h"
#include "llvm/DebugInfo/BTF/BTFParser.h"
#include "llvm/Object/ObjectFile.h"
#include <bpf/btf.h>
#include <memory>
#include <set>

using namespace llvm;

namespace bpf {

namespace {

/// What BTF says of names that have no definition in the object.
struct Declared {
  std::set<std::string> ForLoader; ///< in .ksyms or .kconfig, the sections of BTF for what the loader looks up
  std::set<std::string> Variables;
};

} // namespace

static void readTypes(StringRef Content, Declared &Result) {
  std::unique_ptr<btf, void (*)(btf *)> Types(btf__new(Content.data(), Content.size()), btf__free);
  for (unsigned Id = 1; Types && Id < btf__type_cnt(Types.get()); ++Id) {
    const btf_type *Type = btf__type_by_id(Types.get(), Id);
    StringRef Name = btf__name_by_offset(Types.get(), Type->name_off);
    if (btf_is_var(Type))
      Result.Variables.insert(Name.str());
    if (!btf_is_datasec(Type) || (Name != ".ksyms" && Name != ".kconfig"))
      continue;
    for (unsigned Index = 0; Index < btf_vlen(Type); ++Index)
      Result.ForLoader.insert(
          btf__name_by_offset(Types.get(), btf__type_by_id(Types.get(), btf_var_secinfos(Type)[Index].type)->name_off));
  }
}

static Declared declaredIn(const object::ObjectFile &File) {
  Declared Result;
  for (const object::SectionRef &Section : File.sections()) {
    Expected<StringRef> Name = Section.getName();
    Expected<StringRef> Content = Section.getContents();
    if (Name && Content && *Name == ".BTF")
      readTypes(*Content, Result);
    if (!Name)
      consumeError(Name.takeError());
    if (!Content)
      consumeError(Content.takeError());
  }
  return Result;
}

/// The line of an instruction; that of the nearest before it where it has none of its own.
static Place placeOf(const BTFParser &Lines, object::SectionedAddress At) {
  constexpr unsigned InstructionBytes = 8;
  for (;; At.Address -= InstructionBytes) {
    if (const BTF::BPFLineInfo *Line = Lines.findLineInfo(At))
      return {Lines.findString(Line->FileNameOff).str(), Line->getLine(), Line->getCol(), ""};
    if (At.Address < InstructionBytes)
      return {};
  }
}

/// The first place of code that each symbol is used at.
static std::map<std::string, Place> placesOfUse(const object::ObjectFile &File) {
  std::map<std::string, Place> Places;
  BTFParser Lines;
  // Without lines there is still the name.
  if (!BTFParser::hasBTFSections(File))
    return Places;
  if (Error E = Lines.parse(File, {/*LoadLines=*/true, /*LoadTypes=*/false, /*LoadRelocs=*/false})) {
    consumeError(std::move(E));
    return Places;
  }
  for (const object::SectionRef &Section : File.sections()) {
    Expected<object::section_iterator> Code = Section.getRelocatedSection();
    if (!Code || *Code == File.section_end() || !(*Code)->isText()) {
      consumeError(Code.takeError());
      continue;
    }
    for (const object::RelocationRef &Each : Section.relocations()) {
      Expected<StringRef> Name = Each.getSymbol()->getName();
      if (Name)
        Places.try_emplace(Name->str(), placeOf(Lines, {Each.getOffset(), (*Code)->getIndex()}));
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
  Declared Known = declaredIn(**File);
  std::map<std::string, Place> Places = placesOfUse(**File);
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
