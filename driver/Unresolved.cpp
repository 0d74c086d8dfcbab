// Symbols by LLVM's object library, BTF by libbpf's.
#include "driver/Unresolved.h"
#include "llvm/Object/ObjectFile.h"
#include <bpf/btf.h>
#include <memory>
#include <set>

using namespace llvm;

namespace bpf {

/// The names in .ksyms and .kconfig, the sections of BTF for what the loader looks up.
static std::set<std::string> lookedUpByLoader(const object::ObjectFile &File) {
  std::set<std::string> Names;
  for (const object::SectionRef &Section : File.sections()) {
    Expected<StringRef> Name = Section.getName();
    Expected<StringRef> Content = Section.getContents();
    bool IsBtf = Name && Content && *Name == ".BTF";
    if (!Name)
      consumeError(Name.takeError());
    if (!Content)
      consumeError(Content.takeError());
    if (!IsBtf)
      continue;
    std::unique_ptr<btf, void (*)(btf *)> Types(btf__new(Content->data(), Content->size()), btf__free);
    for (unsigned Id = 1; Types && Id < btf__type_cnt(Types.get()); ++Id) {
      const btf_type *Type = btf__type_by_id(Types.get(), Id);
      StringRef Of = btf__name_by_offset(Types.get(), Type->name_off);
      if (!btf_is_datasec(Type) || (Of != ".ksyms" && Of != ".kconfig"))
        continue;
      for (unsigned Index = 0; Index < btf_vlen(Type); ++Index)
        Names.insert(btf__name_by_offset(Types.get(),
                                         btf__type_by_id(Types.get(), btf_var_secinfos(Type)[Index].type)->name_off));
    }
  }
  return Names;
}

Expected<std::vector<std::string>> unresolvedNames(StringRef Object) {
  Expected<std::unique_ptr<object::ObjectFile>> File =
      object::ObjectFile::createObjectFile(MemoryBufferRef(Object, "the linked object"));
  if (!File)
    return File.takeError();
  std::set<std::string> Elsewhere = lookedUpByLoader(**File), Result;
  // LLVM puts it where code cannot go on.
  Elsewhere.insert("__bpf_trap");
  for (const object::SymbolRef &Symbol : (*File)->symbols()) {
    Expected<uint32_t> Flags = Symbol.getFlags();
    Expected<StringRef> Name = Symbol.getName();
    if (!Flags)
      return Flags.takeError();
    if (!Name)
      return Name.takeError();
    if ((*Flags & object::SymbolRef::SF_Undefined) && !Name->empty() && !Elsewhere.count(Name->str()))
      Result.insert(Name->str());
  }
  return std::vector<std::string>(Result.begin(), Result.end());
}

} // namespace bpf
