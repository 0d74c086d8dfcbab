// maps-of OBJECT: the maps of a BPF object, by its types. libbpf reads a map's kind, sizes and types from the structure
// of a variable in the data section .maps.
#include <btf/BTF.h>
#include <cstdio>

using namespace bpf::btf;

// __uint(max_entries, 64) is a member `int (*max_entries)[64]`, __type(key, int) is `int *key`.
static void printMember(const TypeGraph &Types, const Member &Each) {
  TypeId To = Types[Each.Of].Target;
  std::string_view Name = Types.text(Each.Name), Type = Types.name(To);
  if (Types[To].What == Kind::Array)
    std::printf("  %.*s %u\n", int(Name.size()), Name.data(), Types.array(To).Count);
  else
    std::printf("  %.*s %.*s\n", int(Name.size()), Name.data(), int(Type.size()), Type.data());
}

int main(int Count, char **Arguments) {
  if (Count != 2) {
    std::fprintf(stderr, "usage: maps-of OBJECT\n");
    return 1;
  }
  Result<Bytes> Content = readBytes(Arguments[1]);
  Result<TypeFile> File = Content ? decodeFile(*Content) : Result<TypeFile>(Content.error());
  if (!File) {
    std::fprintf(stderr, "%s: %s\n", Arguments[1], File.error().Message.c_str());
    return 1;
  }
  const TypeGraph &Types = File->Types;
  for (TypeId Section : named(Types, ".maps"))
    for (const SectionVariable &Map : Types.variables(Section)) {
      std::string_view Name = Types.name(Map.Variable);
      std::printf("%.*s\n", int(Name.size()), Name.data());
      for (const Member &Each : Types.members(Types[Map.Variable].Target))
        printMember(Types, Each);
    }
  return 0;
}
