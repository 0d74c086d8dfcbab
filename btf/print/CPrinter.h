// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types as C writes them: around a name, with what has no name of its own in place.
#ifndef BPFTOOLCHAIN_BTF_PRINT_CPRINTER_H
#define BPFTOOLCHAIN_BTF_PRINT_CPRINTER_H

#include "btf/print/CLayout.h"
#include "btf/print/CNames.h"

namespace bpf::btf {

class CPrinter {
public:
  CPrinter(const TypeGraph &Types, CNames &Names, TextOutput &Out)
      : Types(Types), Names(Names), Out(Out), Layout(Types), IsOpen(Types.end()), IsWritten(Types.end()),
        Left(uint64_t(Types.end()) * 64 + (1 << 18)) {}

  /// "int (*compare)(void *, void *)": a declaration of that name, without a semicolon.
  void declare(TypeId Of, std::string_view Name, unsigned Indent = 0);
  /// "struct pair { ... }", and the same of an enum.
  void composite(TypeId Id, unsigned Indent = 0) { composite(Id, Names.of(Id), Indent); }
  void enumeration(TypeId Id, unsigned Indent = 0);

private:
  struct Qualifiers;
  TypeId unqualified(TypeId Id, Qualifiers &Found) const;
  bool needsParentheses(TypeId PointedAt) const;
  bool before(TypeId Id, unsigned Indent);
  void after(TypeId Id);
  void base(TypeId Id, unsigned Indent);
  void scalar(TypeId Id);
  void qualify(const Qualifiers &By);
  void tag(const Qualifiers &By);
  void parameters(TypeId Prototype);
  void composite(TypeId Id, std::string_view Name, unsigned Indent);
  bool inPlace(TypeId Member, unsigned Indent);
  void members(TypeId Composite, unsigned Indent);
  void unionMembers(TypeId Union, unsigned Indent);
  void member(const PlacedMember &Of, unsigned Indent);
  void padding(uint64_t From, uint64_t To, unsigned Indent);
  void enumerator(TypeId Enum, unsigned Index, std::string_view Name);
  void indent(unsigned By);

  const TypeGraph &Types;
  CNames &Names;
  TextOutput &Out;
  CLayout Layout;
  std::vector<bool> IsOpen;    ///< composites whose members are being written
  std::vector<bool> IsWritten; ///< enums: their enumerators are there
  /// How many types may still be written. BTF that was made to harm writes a type within a type many times over, in
  /// so many levels that there would be no end.
  uint64_t Left;
  unsigned Depth = 0;
};

} // namespace bpf::btf

#endif
