// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a type with a name is like, in words that two graphs can be compared by.
#ifndef BPFTOOLCHAIN_BTF_PRINT_DESCRIPTION_H
#define BPFTOOLCHAIN_BTF_PRINT_DESCRIPTION_H

#include "btf/print/Declaration.h"

namespace bpf::btf {

/// "member 'x'" and "int at 8".
struct Part {
  std::string What, Value;
  bool operator==(const Part &) const = default;
};
struct Description {
  std::string Title; ///< "struct pair": types with the same title are compared
  std::vector<Part> Parts;
};

/// Describes all types of a graph that have a name, and enums without one by their first enumerator. Other types count
/// where they are used.
std::vector<Description> describe(const TypeGraph &Types);

} // namespace bpf::btf

#endif
