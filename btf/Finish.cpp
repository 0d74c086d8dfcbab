// What a compiler cannot know before the assembler has laid out the object.
#include "btf/Elf.h"
#include <algorithm>
#include <unordered_map>

namespace bpf::btf {

namespace {

struct Symbol {
  size_t Section; ///< its index
  uint64_t Value; ///< in bytes from the start of the section
};
using Symbols = std::unordered_multimap<std::string_view, Symbol>;

} // namespace

static Result<Symbols> symbolsOf(const ElfFile &File) {
  Symbols Found;
  for (const ElfSection &Section : File.Sections) {
    if (Section.Header.sh_type != SHT_SYMTAB)
      continue;
    Elf_Data *Data = elf_getdata(Section.Handle, nullptr);
    if (!Data)
      return elfError("the symbols cannot be read");
    GElf_Sym Each;
    for (int Index = 0; gelf_getsym(Data, Index, &Each); ++Index) {
      const char *Name = elf_strptr(File.Handle, Section.Header.sh_link, Each.st_name);
      int Sort = GELF_ST_TYPE(Each.st_info);
      if (Name && *Name && (Sort == STT_OBJECT || Sort == STT_FUNC || Sort == STT_NOTYPE))
        Found.insert({Name, {Each.st_shndx, Each.st_value}});
    }
  }
  return Found;
}

/// Where the object has the variable in that section.
static const Symbol *find(const Symbols &All, std::string_view Name, size_t Section) {
  auto [First, Last] = All.equal_range(Name);
  auto Found = std::find_if(First, Last, [&](const auto &Each) { return Each.second.Section == Section; });
  return Found == Last ? nullptr : &Found->second;
}

/// LLVM has no names for the parameters of a naked function, and the kernel wants them where there is code.
static void nameParameters(TypeGraph &Types) {
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id) {
    TypeId Prototype = Types[Id].Target;
    if (Types[Id].What != Kind::Function || Types[Id].Detail == uint32_t(Linkage::Extern) ||
        Prototype < Types.firstOwn() || Types[Prototype].What != Kind::FunctionPrototype)
      continue;
    unsigned Number = 0;
    for (Parameter &Each : Types.changeParameters(Prototype))
      if (++Number; !Each.Name && Each.Of)
        Each.Name = Types.Strings.add("arg" + std::to_string(Number));
  }
}

static Result<Done> fillSections(TypeGraph &Types, const ElfFile &File, const Symbols &All) {
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id) {
    const ElfSection *Section = Types[Id].What == Kind::DataSection ? File.find(Types.name(Id)) : nullptr;
    // .ksyms and .kconfig are sections of the loader's.
    if (!Section)
      continue;
    Types.change(Id).Size = Section->Header.sh_size;
    std::span<SectionVariable> Variables = Types.changeVariables(Id);
    for (SectionVariable &Each : Variables) {
      std::string_view Name = Types.name(Each.Variable);
      const Symbol *Found = find(All, Name, Section->Index);
      if (!Found)
        return makeError("'", Name, "' is not in section '", Section->Name, "', where its type says it is");
      Each.Offset = Found->Value;
    }
    std::sort(Variables.begin(), Variables.end(), [](const SectionVariable &A, const SectionVariable &B) {
      return std::pair(A.Offset, A.Variable) < std::pair(B.Offset, B.Variable);
    });
  }
  return Done();
}

Result<Done> finish(TypeGraph &Types, ByteView Elf) {
  Result<ElfFile> File = openElf(Elf);
  if (!File)
    return File.error();
  Result<Symbols> All = symbolsOf(*File);
  if (!All)
    return All.error();
  nameParameters(Types);
  return fillSections(Types, *File, *All);
}

} // namespace bpf::btf
