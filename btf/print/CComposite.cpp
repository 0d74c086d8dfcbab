// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The braces of structures, unions and enums. They are packed or padded if C's layout differs from BTF's.
#include "btf/print/CPrinter.h"
#include <algorithm>

namespace bpf::btf {

void CPrinter::indent(unsigned By) {
  for (; By; --By)
    Out << '\t';
}

/// Unnamed bit-fields move what follows and raise no alignment. A `long` ends where one would, so that no compiler
/// moves it on.
void CPrinter::padding(uint64_t From, uint64_t To, unsigned Indent) {
  constexpr uint64_t Unit = 64, Many = 64 * Unit;
  if (To > From && To - From > Many) {
    uint64_t First = roundUp(From, 8), Last = To / 8 * 8;
    padding(From, First, Indent);
    indent(Indent);
    Out << "unsigned char __padding_" << First / 8 << '[' << (Last - First) / 8 << "];\n";
    From = Last;
  }
  while (From < To) {
    uint64_t Next = std::min(To, roundUp(From + 1, Unit));
    indent(Indent);
    Out << "long: " << Next - From << ";\n";
    From = Next;
  }
}

void CPrinter::member(const PlacedMember &M, unsigned Indent) {
  indent(Indent);
  std::string_view Name = Names.member(M.Of->Name);
  if (!Name.empty() || !inPlace(M.Type, Indent))
    declare(M.Type, Name, Indent);
  if (M.IsBitField)
    Out << ": " << M.Bits;
  Out << ";\n";
}

void CPrinter::members(TypeId Composite, unsigned Indent) {
  bool IsPacked = Layout.isPacked(Composite);
  uint64_t End = 0, Size = uint64_t(Types[Composite].Size) * 8;
  for (const PlacedMember &Each : Layout.members(Composite)) {
    if (Layout.place(End, Each, IsPacked) != Each.Offset)
      padding(End, Each.Offset, Indent);
    member(Each, Indent);
    End = Each.end();
  }
  if (roundUp(End, uint64_t(Layout.alignment(Composite)) * 8) != Size)
    padding(End, Size, Indent);
}

void CPrinter::unionMembers(TypeId Union, unsigned Indent) {
  uint64_t Largest = 0, Size = Types[Union].Size;
  for (const PlacedMember &Each : Layout.members(Union)) {
    member(Each, Indent);
    Largest = std::max(Largest, Each.Bits);
  }
  if (roundUp(Largest, uint64_t(Layout.alignment(Union)) * 8) >= Size * 8)
    return;
  indent(Indent);
  Out << "unsigned char __padding[" << Size << "];\n";
}

void CPrinter::composite(TypeId Id, std::string_view Name, unsigned Indent) {
  bool IsUnion = Types[Id].What == Kind::Union;
  Out << (IsUnion ? "union " : "struct ") << Name << (Name.empty() ? "{" : " {");
  if (Types[Id].Count || Types[Id].Size) {
    Out << '\n';
    IsOpen[Id] = true;
    IsUnion ? unionMembers(Id, Indent + 1) : members(Id, Indent + 1);
    IsOpen[Id] = false;
    indent(Indent);
  }
  Out << (Layout.isPacked(Id) ? "} __attribute__((packed))" : "}");
}

/// The least of a long cannot be written as a number: its minus would be applied to one too large.
void CPrinter::enumerator(TypeId Enum, unsigned Index, std::string_view Name) {
  const Type &T = Types[Enum];
  uint64_t Value = Types.enumerators(Enum)[Index].Value;
  Out << Name << " = ";
  if (!T.Flag)
    Out << Value;
  else if (int64_t(Value) != INT64_MIN)
    Out << int64_t(Value);
  else
    Out << INT64_MIN + 1;
  if (T.What == Kind::Enum64)
    Out << (T.Flag ? "LL" : "ULL");
  if (T.Flag && int64_t(Value) == INT64_MIN)
    Out << " - 1";
  Out << ",\n";
}

/// The type that a compiler chooses for these values by default.
static unsigned naturalSize(const TypeGraph &Types, TypeId Enum) {
  bool IsSigned = Types[Enum].Flag;
  for (const Enumerator &Each : Types.enumerators(Enum))
    if (IsSigned ? int64_t(Each.Value) != int32_t(Each.Value) : Each.Value > UINT32_MAX)
      return 8;
  return 4;
}

void CPrinter::enumeration(TypeId Id, unsigned Indent) {
  const Type &T = Types[Id];
  std::string_view Name = Names.of(Id);
  Out << "enum " << Name << (Name.empty() ? "{\n" : " {\n");
  for (unsigned Index = 0; Index < T.Count; ++Index) {
    indent(Indent + 1);
    enumerator(Id, Index, IsWritten[Id] ? Names.anotherEnumerator(Id, Index) : Names.enumerator(Id, Index));
  }
  IsWritten[Id] = true;
  if (!T.Count) {
    indent(Indent + 1);
    Out << (Name.empty() ? "__none_" : Name) << "___none" << (Name.empty() ? Id : 0) << ",\n";
  }
  indent(Indent);
  static constexpr std::pair<uint32_t, std::string_view> Modes[] = {{1, "QI"}, {2, "HI"}, {4, "SI"}, {8, "DI"}};
  Out << '}';
  for (auto [Size, Mode] : Modes)
    if (Size == T.Size && Size != naturalSize(Types, Id))
      Out << " __attribute__((mode(" << Mode << ")))";
}

} // namespace bpf::btf
