// Arbitrary bytes for decode() and decodeExtension(): .BTF, and right behind it .BTF.ext.
#include "tests/fuzz/Exercise.h"
#include <cstdint>

using namespace bpf::btf;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *First, size_t Length) {
  ByteView Input(reinterpret_cast<const char *>(First), Length);
  Result<TypeGraph> Decoded = decode(Input);
  if (!Decoded)
    return 0;
  auto Types = std::make_shared<const TypeGraph>(std::move(*Decoded));
  exercise(*Types, nullptr);
  if (size_t Behind = encode(*Types).size(); Behind <= Length)
    if (Result<Extension> Code = decodeExtension(Input.subspan(Behind), *Types))
      exercise(*Code, *Types);
  // The same bytes as types that go on from themselves: ids and strings of the base are referred to.
  if (Result<TypeGraph> Split = decode(Input, Types))
    exercise(*Split, Types);
  return 0;
}
