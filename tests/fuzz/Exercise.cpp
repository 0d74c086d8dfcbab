// A function that the library gets is called here too.
#include "tests/fuzz/Exercise.h"
#include <cstdio>
#include <cstdlib>

namespace bpf::btf {

void require(bool Promise, const char *Which) {
  if (Promise)
    return;
  std::fprintf(stderr, "broken: %s\n", Which);
  std::abort();
}

void exercise(const TypeGraph &Types, std::shared_ptr<const TypeGraph> Base) {
  Bytes Raw = encode(Types);
  Result<TypeGraph> Again = decode(Raw, std::move(Base));
  require(bool(Again), "what was encoded can be decoded");
  require(encode(*Again) == Raw, "what is decoded and encoded stays the same");
  TextOutput Nowhere([](std::string_view) {});
  dumpRaw(Types, ownTypes(Types), Nowhere);
}

void exercise(const Extension &Code, const TypeGraph &Types) {
  Bytes Raw = encodeExtension(Code, Types.Order);
  Result<Extension> Again = decodeExtension(Raw, Types);
  require(bool(Again), "an extension that was encoded can be decoded");
  require(encodeExtension(*Again, Types.Order) == Raw, "an extension that is decoded and encoded stays the same");
}

} // namespace bpf::btf
