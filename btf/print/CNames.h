// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What types and enumerators are called in C. BTF may hold two structures of one name, as a kernel does, and names that
// are no names in C, as Rust writes them; C may not.
#ifndef BPFTOOLCHAIN_BTF_PRINT_CNAMES_H
#define BPFTOOLCHAIN_BTF_PRINT_CNAMES_H

#include "btf/BTF.h"
#include <deque>
#include <unordered_map>

namespace bpf::btf {

/// The second `task` becomes `task___2`: from three underscores on, libbpf leaves a name aside when it looks for the
/// kernel's type ("flavours", bpf_core_essential_name_len()). Names are given in the order of ids, whatever is printed
/// of them, so that all headers of a kernel agree.
class CNames {
public:
  explicit CNames(const TypeGraph &Types);

  /// The tag of a structure or enum, the name of a typedef or function; empty where it has none.
  std::string_view of(TypeId Id) const;
  /// The name of the enumerator at that place of its enum.
  std::string_view enumerator(TypeId Enum, unsigned Index) const;
  /// Another name for it, for an anonymous enum that is written once more.
  std::string_view anotherEnumerator(TypeId Enum, unsigned Index);
  /// A member's or a parameter's name, which needs to be one of C and no more.
  std::string_view member(StringOffset Name);
  bool isTypedef(std::string_view Name) const { return Typedefs.contains(Name); }

  /// The type itself; for a forward declaration the structure that it is of, where there is one.
  TypeId meant(TypeId Id) const;
  /// What kfuncs are tagged with ("bpf_kfunc", "bpf_fastcall").
  bool hasTag(TypeId Function, std::string_view Tag) const;

private:
  /// How often a name was given, so that the next one need not be searched for.
  using Given = std::unordered_map<std::string_view, unsigned>;
  void nameFunctions();
  void nameTags();
  void nameForwards();
  void nameOrdinary();
  std::string_view give(Given &To, std::string_view Text);
  std::string_view keep(std::string Text) { return Made.emplace_back(std::move(Text)); }
  std::string_view identifier(std::string_view Text);

  const TypeGraph &Types;
  Given Tags, Ordinary;
  std::unordered_map<std::string_view, TypeId> Typedefs;
  /// Only what differs from the graph's names.
  std::unordered_map<TypeId, std::string_view> Changed;
  std::unordered_map<uint64_t, std::string_view> ChangedEnumerators;
  std::unordered_map<StringOffset, std::string_view> ChangedMembers;
  std::unordered_map<TypeId, TypeId> Meant;
  std::unordered_multimap<TypeId, std::string_view> FunctionTags;
  std::deque<std::string> Made;
};

} // namespace bpf::btf

#endif
