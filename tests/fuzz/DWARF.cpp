// Arbitrary bytes for decodeDwarf(): an object, or an executable.
#include "tests/fuzz/Exercise.h"
#include <cstdint>

using namespace bpf::btf;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *First, size_t Length) {
  static const FeatureSet All = *parseFeatures(
      "encode_force,var,global_var,float,enum64,decl_tag,type_tag,optimized_func,consistent_func");
  // A copy of its own, aligned as what is read from a file.
  Bytes Input(First, First + Length);
  if (Result<TypeGraph> Types =
          decodeDwarf(Input, {.Jobs = 1, .Features = All, .ExcludesRust = true, .Base = nullptr})) {
    Result<TypeGraph> Again = decode(encode(*Types));
    require(bool(Again), Again ? "" : Again.error().Message.c_str());
  }
  return 0;
}
