// Arbitrary bytes for decodeFile(), orderForwards(), finish() and attach(): an object.
#include "tests/fuzz/Exercise.h"
#include <cstdint>

using namespace bpf::btf;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *First, size_t Length) {
  // A copy of its own, aligned as what is read from a file.
  Bytes Input(First, First + Length);
  Result<TypeFile> File = decodeFile(Input);
  if (!File)
    return 0;
  exercise(File->Types, nullptr);
  if (File->Code)
    exercise(*File->Code, File->Types);
  TypeFile Ordered = *File;
  orderForwards(Ordered);
  exercise(Ordered.Types, nullptr);
  if (!File->IsElf || !finish(File->Types, Input))
    return 0;
  exercise(File->Types, nullptr);
  Result<Bytes> Object = attach(Input, File->Types, File->Code ? &*File->Code : nullptr);
  if (!Object)
    return 0;
  Result<TypeFile> Again = decodeFile(*Object);
  require(bool(Again), "types that were attached are read again");
  require(encode(Again->Types) == encode(File->Types), "types that were attached are the same");
  return 0;
}
