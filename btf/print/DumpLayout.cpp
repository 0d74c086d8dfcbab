// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How structures lie in memory, in the form of pahole (dwarves 1.24): behind each member its offset and size in bytes,
// between members what is not used.
#include "btf/print/Declaration.h"
#include "btf/print/Gaps.h"

namespace bpf::btf {

namespace {

constexpr uint64_t CacheLine = 64;

class LayoutDump {
public:
  LayoutDump(const TypeGraph &Types, TextOutput &Out) : Types(Types), Out(Out), Text(Types, /*HasContents=*/false) {}
  void structure(TypeId Id, const Declaration &As);

private:
  void body(TypeId Id, uint64_t Above, size_t Depth);
  void member(const Member &M, uint64_t Above, size_t Depth);
  void place(const Member &M, uint64_t Above);
  void cacheLine(uint64_t Byte, size_t Depth);
  void remark(std::string_view What, uint64_t Count, std::string_view Rest, size_t Depth);
  void sums(const Gaps &Unused);
  void trailer(TypeId Id);
  TextOutput &indent(size_t Depth) { return Out << std::string(Depth, '\t'); }
  TextOutput &right(uint64_t Number, size_t Width);

  /// A structure made by hand can hold others twice and again twice, more than anyone waits for.
  static constexpr unsigned MostMembers = 1'000'000;

  const TypeGraph &Types;
  TextOutput &Out;
  Declarations Text;
  uint64_t LastLine = 0; ///< the cache line that was printed last
  unsigned MembersLeft = MostMembers;
};

} // namespace

static std::string padded(std::string Piece, size_t Width) {
  Piece.resize(std::max(Piece.size(), Width), ' ');
  return Piece;
}

TextOutput &LayoutDump::right(uint64_t Number, size_t Width) {
  std::string Digits = std::to_string(Number);
  return Out << std::string(Width - std::min(Width, Digits.size()), ' ') << Digits;
}

/// Printed before the first member that begins in a cache line.
void LayoutDump::cacheLine(uint64_t Byte, size_t Depth) {
  uint64_t Line = Byte / CacheLine;
  if (Line <= LastLine)
    return;
  LastLine = Line;
  indent(Depth) << "/* --- cacheline " << Line << " boundary (" << Line * CacheLine << " bytes)";
  if (Byte % CacheLine)
    Out << " was " << Byte % CacheLine << " bytes ago";
  Out << " --- */\n";
}

void LayoutDump::remark(std::string_view What, uint64_t Count, std::string_view Rest, size_t Depth) {
  if (!Count)
    return;
  Out << '\n';
  indent(Depth) << "/* XXX " << What << Count << Rest << " */\n\n";
}

/// Offset and size; of a bit-field the offset of its unit, the bit in it, and the size of the unit.
void LayoutDump::place(const Member &M, uint64_t Above) {
  uint64_t Size = sizeOf(Types, M.Of).value_or(0);
  Out << " /* ";
  if (M.BitSize) {
    uint64_t Unit = unitOf(Types, M).Byte;
    right(Above + Unit, 5) << ':';
    right(M.BitOffset - Unit * 8, 2);
    Out << ' ';
    right(Size, 2);
  } else {
    right(Above + M.BitOffset / 8, 5);
    Out << ' ';
    right(Size, 5);
  }
  Out << " */\n";
}

void LayoutDump::member(const Member &M, uint64_t Above, size_t Depth) {
  constexpr size_t TypeColumns = 26, LineColumns = 52, TabColumns = 8;
  Declaration As = Text.takeApart(M.Of, std::string(Types.text(M.Name)));
  const Type &Base = Types[As.Base];
  std::string Bits = M.BitSize ? ":" + std::to_string(M.BitSize) : "";
  size_t Indented = (Depth - 1) * TabColumns;
  cacheLine(Above + M.BitOffset / 8, Depth);
  bool IsWritten = !Base.Name && isComposite(Base.What) && As.Declarator.find('*') == std::string::npos;
  if (IsWritten) {
    indent(Depth) << As.Qualifiers << (Base.What == Kind::Struct ? "struct {\n" : "union {\n");
    // The elements of an array lie one behind the other: the offsets are those of the first.
    body(As.Base, Above + M.BitOffset / 8, Depth + 1);
    std::string End = As.Declarator.empty() ? "};" : "} " + As.Declarator + ";";
    indent(Depth) << padded(End, LineColumns - 4 - Indented);
  } else {
    std::string Type = padded(As.Qualifiers + Text.base(As.Base), TypeColumns - std::min(Indented, TypeColumns));
    indent(Depth) << padded(Type + " " + As.Declarator + Bits + ";", LineColumns - 4 - std::min(Indented, LineColumns));
  }
  place(M, Above);
  TypeId Element = withoutModifiers(Types, M.Of);
  if (Types[Element].What == Kind::Struct && !M.BitSize)
    remark("last struct has ", gapsOf(Types, Element).AtEnd.Bytes, " bytes of padding", Depth);
}

void LayoutDump::body(TypeId Id, uint64_t Above, size_t Depth) {
  Gaps Unused = gapsOf(Types, Id);
  std::span<const Member> Members = Types.members(Id);
  for (size_t Index = 0; Index < Members.size(); ++Index) {
    if (MembersLeft == 0) {
      indent(Depth) << "/* too deep to show */\n";
      return;
    }
    --MembersLeft;
    const Gap &Before = Unused.Before[Index];
    remark("", Before.Bits, " bits hole, try to pack", Depth);
    remark("", Before.Bytes, " bytes hole, try to pack", Depth);
    member(Members[Index], Above, Depth);
  }
}

/// What members and holes add up to, where there are holes.
void LayoutDump::sums(const Gaps &Unused) {
  if (!Unused.Holes && !Unused.BitHoles)
    return;
  if (Unused.MemberBytes) {
    Out << "\t/* sum members: " << Unused.MemberBytes;
    if (Unused.Holes)
      Out << ", holes: " << Unused.Holes << ", sum holes: " << Unused.HoleBytes;
    Out << " */\n";
  }
  if (!Unused.FieldBits)
    return;
  Out << "\t/* sum bitfield members: " << Unused.FieldBits << " bits";
  if (Unused.BitHoles)
    Out << ", bit holes: " << Unused.BitHoles << ", sum bit holes: " << Unused.HoleBits << " bits";
  Out << " */\n";
}

void LayoutDump::trailer(TypeId Id) {
  const Type &T = Types[Id];
  Gaps Unused = gapsOf(Types, Id);
  Out << "\n\t/* size: " << T.Size << ", cachelines: " << (T.Size + CacheLine - 1) / CacheLine
      << ", members: " << T.Count << " */\n";
  sums(Unused);
  if (Unused.AtEnd.Bytes)
    Out << "\t/* padding: " << Unused.AtEnd.Bytes << " */\n";
  if (Unused.AtEnd.Bits)
    Out << "\t/* bit_padding: " << Unused.AtEnd.Bits << " bits */\n";
  if (T.Size % CacheLine)
    Out << "\t/* last cacheline: " << T.Size % CacheLine << " bytes */\n";
}

void LayoutDump::structure(TypeId Id, const Declaration &As) {
  LastLine = 0;
  MembersLeft = MostMembers;
  Out << As.Qualifiers << (Types[Id].What == Kind::Struct ? "struct " : "union ");
  if (Types[Id].Name)
    Out << Types.name(Id) << ' ';
  Out << "{\n";
  body(Id, 0, 1);
  trailer(Id);
  Out << '}' << As.Declarator << ";\n";
}

void dumpLayout(const TypeGraph &Types, std::span<const TypeId> Ids, TextOutput &Out) {
  LayoutDump Dump(Types, Out);
  for (TypeId Id : Ids) {
    const Type &T = Types[Id], &Of = Types[T.Target];
    if (isComposite(T.What) && T.Name)
      Dump.structure(Id, {"", Id, ""});
    else if (T.What == Kind::Typedef && isComposite(Of.What) && !Of.Name)
      Dump.structure(T.Target, {"typedef ", T.Target, " " + std::string(Types.text(T.Name))});
  }
}

} // namespace bpf::btf
