// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a compiler cannot know before the assembler has laid out the object.
#include "btf/Elf.h"
#include "btf/Identifiers.h"
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

/// The kernel accepts neither a variable of no bytes in a section nor a section of none (btf_datasec_check_meta()).
/// libbpf makes no map of such a section, whatever size its type has.
static std::span<SectionVariable> withoutEmpty(TypeGraph &Types, TypeId Section) {
  std::span<SectionVariable> Variables = Types.changeVariables(Section);
  auto End = std::stable_partition(Variables.begin(), Variables.end(),
                                   [](const SectionVariable &Each) { return Each.Size != 0; });
  Type &T = Types.change(Section);
  T.Count = End - Variables.begin();
  T.Size = std::max(T.Size, 1U);
  return Variables.first(T.Count);
}

/// The FLOAT that a member is, also by another name; 0 for another kind of type.
static TypeId floatOf(const TypeGraph &Types, TypeId Id) {
  while (Types[Id].What == Kind::Typedef || Types[Id].What == Kind::Const || Types[Id].What == Kind::Volatile ||
         Types[Id].What == Kind::Restrict || Types[Id].What == Kind::TypeTag)
    Id = Types[Id].Target;
  return Types[Id].What == Kind::Float ? Id : 0;
}

/// The kernel wants a FLOAT aligned (btf_float_check_member()), and a packed struct does not have it so: there it is an
/// anonymous structure of its size, as it is for kernels that know no FLOAT.
static void replaceUnalignedFloats(TypeGraph &Types) {
  std::map<uint32_t, TypeId> BySize;
  for (TypeId Id = Types.firstOwn(), End = Types.end(); Id < End; ++Id) {
    if (!isComposite(Types[Id].What))
      continue;
    for (Member &Each : Types.changeMembers(Id)) {
      TypeId Float = floatOf(Types, Each.Of);
      uint32_t Bytes = Types[Float].Size;
      if (!Float || Each.BitOffset % (8 * std::min(Bytes, Types.PointerBytes)) == 0)
        continue;
      auto [Found, IsNew] = BySize.try_emplace(Bytes);
      if (IsNew)
        Found->second = Types.add({.What = Kind::Struct, .Size = Bytes});
      Each.Of = Found->second;
    }
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
    Variables = withoutEmpty(Types, Id);
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
  replaceUnalignedFloats(Types);
  if (Result<Done> Filled = fillSections(Types, *File, *All); !Filled)
    return Filled;
  // Sections were filled in by the symbols' names, which these may be.
  makeIdentifiers(Types);
  return Done();
}

} // namespace bpf::btf
