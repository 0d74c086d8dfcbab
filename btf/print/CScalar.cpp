// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names that compilers write into BTF for C's own types, with their sizes on a 64-bit machine.
#include "btf/print/CScalar.h"

namespace bpf::btf {

struct Scalar {
  std::string_view Name;
  uint32_t Size;
};

/// clang's order of words and gcc's.
static constexpr Scalar OfC[] = {{"int", 4},
                                 {"unsigned int", 4},
                                 {"char", 1},
                                 {"signed char", 1},
                                 {"unsigned char", 1},
                                 {"long int", 8},
                                 {"long", 8},
                                 {"long unsigned int", 8},
                                 {"unsigned long", 8},
                                 {"long long int", 8},
                                 {"long long", 8},
                                 {"long long unsigned int", 8},
                                 {"unsigned long long", 8},
                                 {"short int", 2},
                                 {"short", 2},
                                 {"short unsigned int", 2},
                                 {"unsigned short", 2},
                                 {"_Bool", 1},
                                 {"__int128", 16},
                                 {"__int128 unsigned", 16},
                                 {"unsigned __int128", 16},
                                 {"float", 4},
                                 {"double", 8}};

static std::string_view spelledBySize(const Type &T) {
  if (T.What == Kind::Float)
    return T.Size == 4 ? "float" : T.Size == 8 ? "double" : "";
  IntegerEncoding As = integerEncoding(T);
  switch (T.Size) {
  case 1:
    return As.IsBool ? "_Bool" : As.IsSigned ? "signed char" : "unsigned char";
  case 2:
    return As.IsSigned ? "short" : "unsigned short";
  case 4:
    return As.IsSigned ? "int" : "unsigned int";
  case 8:
    return As.IsSigned ? "long" : "unsigned long";
  case 16:
    return As.IsSigned ? "__int128" : "unsigned __int128";
  default:
    return "";
  }
}

std::string_view spelled(const TypeGraph &Types, TypeId Id) {
  const Type &T = Types[Id];
  std::string_view Name = Types.text(T.Name);
  for (const Scalar &Each : OfC)
    if (Each.Name == Name && Each.Size == T.Size)
      return Each.Name;
  return spelledBySize(T);
}

} // namespace bpf::btf
