// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How C writes the type of something: "int (*const name)(struct pair *, ...)".
#ifndef BPFTOOLCHAIN_BTF_PRINT_DECLARATION_H
#define BPFTOOLCHAIN_BTF_PRINT_DECLARATION_H

#include "btf/BTF.h"

namespace bpf::btf {

/// A declaration in the parts that C has: `const struct pair` and `*name[4]`.
struct Declaration {
  std::string Qualifiers; ///< "const ", with the space; or nothing
  TypeId Base;            ///< a type that is written by its name; 0 is void
  std::string Declarator; ///< the name with everything around it
};

/// Writes declarations. What has no name is written by its contents, with the bit offsets of members, so that two texts
/// are the same where the types are: `struct { int first @0; } pair`.
class Declarations {
public:
  explicit Declarations(const TypeGraph &Types, bool HasContents = true) : Types(Types), HasContents(HasContents) {}

  Declaration takeApart(TypeId Id, std::string Name);
  std::string write(TypeId Id, std::string Name = "");
  /// "struct pair", "u64", "struct { ... }"; "struct {...}" where contents are to be left out.
  std::string base(TypeId Id);

private:
  Declaration split(TypeId Id, std::string Name);
  std::string join(TypeId Id, std::string Name);
  std::string parameters(TypeId Prototype);
  std::string contents(TypeId Id);
  std::string contentsWithin(TypeId Id);

  /// What no compiler writes: types made by hand can be without an end. The text is cut short there, with "...".
  static constexpr unsigned MostParts = 20'000, MostDepth = 50;

  const TypeGraph &Types;
  const bool HasContents;
  unsigned PartsLeft = MostParts, Depth = 0;
};

/// The type behind typedefs, qualifiers and tags.
TypeId withoutModifiers(const TypeGraph &Types, TypeId Id);
/// In bytes, as in memory; none for void, functions and what is only declared, and where it is past all bounds.
std::optional<uint64_t> sizeOf(const TypeGraph &Types, TypeId Id);
/// TYPEDEF, VOLATILE, CONST, RESTRICT, TYPE_TAG.
bool isModifier(Kind K);

} // namespace bpf::btf

#endif
