// What a compiler cannot know before the assembler has laid out the object.
#include "btf/Elf.h"
#include <algorithm>
#include <map>

namespace bpf::btf {

/// What lies where: by the index of the section and the name, in bytes from the start of the section.
using Symbols = std::map<std::pair<size_t, std::string_view>, uint64_t>;

static Result<Symbols> symbolsOf(const ElfFile &File) {
  Symbols Found;
  Result<Done> R = eachSymbol(File, [&](const GElf_Sym &Each, const char *Name) {
    int Sort = GELF_ST_TYPE(Each.st_info);
    if (Sort == STT_OBJECT || Sort == STT_FUNC || Sort == STT_NOTYPE)
      Found.try_emplace({Each.st_shndx, Name}, Each.st_value);
  });
  return R ? Result<Symbols>(std::move(Found)) : R.error();
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
    if (Section->Header.sh_size > UINT32_MAX)
      return makeError("section '", Section->Name, "' exceeds 4 GiB");
    Types.change(Id).Size = Section->Header.sh_size;
    std::span<SectionVariable> Variables = Types.changeVariables(Id);
    for (SectionVariable &Each : Variables) {
      // What another object defines has no place here yet.
      if (Types[Each.Variable].Detail == uint32_t(Linkage::Extern))
        continue;
      std::string_view Name = Types.name(Each.Variable);
      auto Found = All.find({Section->Index, Name});
      if (Found == All.end() || Found->second > Section->Header.sh_size)
        return makeError("'", Name, "' is not in section '", Section->Name, "', as its type says");
      Each.Offset = Found->second;
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
  // A linker has filled in what it left behind.
  if (File->Header.e_type != ET_REL)
    return Done();
  Result<Symbols> All = symbolsOf(*File);
  if (!All)
    return All.error();
  nameParameters(Types);
  return fillSections(Types, *File, *All);
}

} // namespace bpf::btf
