// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the parts of check() share: the rules, and the list that grows.
#ifndef BPFTOOLCHAIN_BTF_CHECK_CHECK_H
#define BPFTOOLCHAIN_BTF_CHECK_CHECK_H

#include "btf/BTF.h"
#include "btf/Identifiers.h"

namespace bpf::btf {

enum class Rule {
#define RULE(Id, Function, Message) Id,
#include "btf/check/Rules.def"
};

class Findings {
public:
  explicit Findings(const TypeGraph &Types) : Types(Types) {}

  void add(TypeId Of, Rule Broken) { add(Of, Broken, "", 0); }
  /// Of an element of the type, with its name: "member 'x'".
  void add(TypeId Of, Rule Broken, std::string_view Element, StringOffset Name);
  std::vector<Finding> take() { return std::move(List); }

private:
  const TypeGraph &Types;
  std::vector<Finding> List;
};

bool isRegular(const Type &Integer); ///< no bit-field: whole, of 1, 2, 4, 8 or 16 bytes

/// Each type by itself.
void checkTypes(const TypeGraph &Types, Findings &Found);
/// Each type with those it is of.
void checkReferences(const TypeGraph &Types, Findings &Found);
/// Members, in the sizes that their types have.
void checkMembers(const TypeGraph &Types, TypeId Structure, Findings &Found);
/// How far the kernel has to follow each type.
void checkDepth(const TypeGraph &Types, Findings &Found);

} // namespace bpf::btf

#endif
