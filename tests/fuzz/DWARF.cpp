// Arbitrary bytes for decodeDwarf(): an object, or an executable. What is read is put into it in place, and read again.
#include "tests/fuzz/Exercise.h"
#include <algorithm>
#include <cstdint>

using namespace bpf::btf;

/// What writes to the file does, in memory.
static void putInPlace(Bytes File, const TypeGraph &Types) {
  size_t Length = File.size();
  Result<Appending> New = appendTypes(File, encode(Types));
  if (!New)
    return;
  require(New->Length <= Length + New->Block.size() + 64, "what is added lies far behind the end");
  File.resize(std::max<size_t>(Length, New->Offset + New->Block.size()));
  std::copy(New->Block.begin(), New->Block.end(), File.begin() + New->Offset);
  std::copy(New->Header.begin(), New->Header.end(), File.begin());
  File.resize(New->Length);
  require(hasTypes(File), "what was added is not found");
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *First, size_t Length) {
  static const FeatureSet All =
      *parseFeatures("encode_force,var,global_var,float,enum64,decl_tag,type_tag,optimized_func,consistent_func,"
                     "decl_tag_kfuncs");
  // A copy of its own, aligned as what is read from a file.
  Bytes Input(First, First + Length);
  if (Result<TypeGraph> Types =
          decodeDwarf(Input, {.Jobs = 1, .Features = All, .ExcludesRust = true, .Base = nullptr})) {
    Result<TypeGraph> Again = decode(encode(*Types));
    require(bool(Again), Again ? "" : Again.error().Message.c_str());
    putInPlace(std::move(Input), *Types);
  }
  return 0;
}
