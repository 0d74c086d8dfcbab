// round-trip FILE...: the types of each file, decoded and encoded, are the bytes that they were; also in .BTF.ext.
#include "btf/Elf.h"
#include <cstdio>

using namespace bpf::btf;

static bool fail(const char *Path, std::string_view What) {
  std::fprintf(stderr, "%s: %.*s\n", Path, int(What.size()), What.data());
  return false;
}

static bool same(const Bytes &Ours, ByteView Theirs) {
  return std::equal(Ours.begin(), Ours.end(), Theirs.begin(), Theirs.end());
}

static bool goesRound(const char *Path) {
  Result<Bytes> Content = readBytes(Path);
  if (!Content)
    return fail(Path, Content.error().Message);
  Result<TypeFile> File = decodeFile(*Content);
  if (!File)
    return fail(Path, File.error().Message);
  Bytes Types = encode(File->Types);
  if (!File->IsElf)
    return same(Types, *Content) || fail(Path, "its bytes change");
  Result<ElfFile> Elf = openElf(*Content);
  if (!same(Types, *content(*Elf->find(".BTF"))))
    return fail(Path, "the bytes of .BTF change");
  const ElfSection *Code = Elf->find(".BTF.ext");
  if (Code && !same(encodeExtension(*File->Code, File->Types.Order), *content(*Code)))
    return fail(Path, "the bytes of .BTF.ext change");
  return true;
}

int main(int Count, char **Arguments) {
  bool IsGood = Count > 1;
  for (int Index = 1; Index < Count; ++Index)
    IsGood &= goesRound(Arguments[Index]);
  return IsGood ? 0 : 1;
}
