// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Each type by itself, as btf_check_all_metas() of the kernel looks at it before it follows any.
#include "btf/check/Check.h"

namespace bpf::btf {

namespace {

enum class Naming { None, Free, Text, Identifier, IdentifierOrNone, Section };

/// What the kernel wants of the words that all kinds have.
struct Form {
  Naming Name;
  bool MayHaveFlag;
};

class TypeCheck {
public:
  TypeCheck(const TypeGraph &Types, Findings &Found) : Types(Types), Found(Found) {}
  void type(TypeId Id);

private:
  void name(TypeId Id, Naming Wanted);
  void integer(TypeId Id);
  void array(TypeId Id);
  void members(TypeId Id);
  void enumerators(TypeId Id);
  void variables(TypeId Id);
  void others(TypeId Id);

  const TypeGraph &Types;
  Findings &Found;
};

} // namespace

static Form formOf(Kind K) {
  switch (K) {
  case Kind::Int:
  case Kind::Float:
    return {Naming::Free, false};
  case Kind::Struct:
  case Kind::Union:
  case Kind::Enum:
  case Kind::Enum64:
    return {Naming::IdentifierOrNone, true};
  case Kind::Forward:
    return {Naming::Identifier, true};
  case Kind::Typedef:
  case Kind::Function:
  case Kind::Variable:
    return {Naming::Identifier, false};
  case Kind::DataSection:
    return {Naming::Section, false};
  case Kind::DeclTag:
  case Kind::TypeTag:
    // Linux 6.14 and older accept no flag here.
    return {Naming::Text, true};
  default:
    return {Naming::None, false};
  }
}

static bool isPrintable(std::string_view Text) {
  for (unsigned char C : Text)
    // As the kernel's isprint(), which thinks in Latin-1.
    if (C < ' ' || (C >= 0x7f && C < 0xa0))
      return false;
  return Text.size() <= LongestName;
}

void TypeCheck::name(TypeId Id, Naming Wanted) {
  StringOffset Name = Types[Id].Name;
  bool IsEmpty = Types.text(Name).empty();
  if (Wanted == Naming::None && Name)
    Found.add(Id, Rule::NameGiven);
  else if ((Wanted == Naming::Identifier || Wanted == Naming::Section) && !Name)
    Found.add(Id, Rule::NameMissing);
  else if ((Wanted == Naming::Text || Wanted == Naming::Section) && IsEmpty)
    Found.add(Id, Rule::NameMissing);
  else if ((Wanted == Naming::Identifier || Wanted == Naming::IdentifierOrNone) && Name &&
           !isIdentifier(Types.text(Name)))
    Found.add(Id, Rule::NameSpelling);
  else if (Wanted == Naming::Section && !isPrintable(Types.text(Name)))
    Found.add(Id, Rule::SectionName);
}

void TypeCheck::integer(TypeId Id) {
  constexpr uint32_t KnownBits = 0x0fffffff, MostBits = 128;
  const Type &T = Types[Id];
  IntegerEncoding As = integerEncoding(T);
  uint32_t Bits = As.Bits + As.BitOffset;
  if (T.Detail & ~KnownBits)
    Found.add(Id, Rule::IntWord);
  if (Bits > MostBits)
    Found.add(Id, Rule::IntBits);
  else if ((Bits + 7) / 8 > T.Size)
    Found.add(Id, Rule::IntSize);
  uint32_t Encoding = T.Detail >> 24 & 15;
  if (Encoding && (!std::has_single_bit(Encoding) || Encoding > 4))
    Found.add(Id, Rule::IntEncoding);
}

void TypeCheck::array(TypeId Id) {
  if (!Types.array(Id).Element)
    Found.add(Id, Rule::ArrayElementVoid);
  if (!Types.array(Id).Index)
    Found.add(Id, Rule::ArrayIndexVoid);
}

void TypeCheck::members(TypeId Id) {
  uint32_t Last = 0;
  for (const Member &Each : Types.members(Id)) {
    auto Add = [&](Rule Broken) { Found.add(Id, Broken, "member", Each.Name); };
    if (Each.Name && !isIdentifier(Types.text(Each.Name)))
      Add(Rule::NameSpelling);
    if (!Each.Of)
      Add(Rule::MemberVoid);
    if (Types[Id].What == Kind::Union && Each.BitOffset)
      Add(Rule::MemberInUnion);
    else if (Each.BitOffset < Last)
      Add(Rule::MemberOrder);
    else if ((uint64_t(Each.BitOffset) + 7) / 8 > Types[Id].Size)
      Add(Rule::MemberStart);
    Last = Each.BitOffset;
  }
}

void TypeCheck::enumerators(TypeId Id) {
  if (!std::has_single_bit(Types[Id].Size) || Types[Id].Size > 8)
    Found.add(Id, Rule::EnumSize);
  for (const Enumerator &Each : Types.enumerators(Id))
    if (!Each.Name)
      Found.add(Id, Rule::NameMissing, "an enumerator", Each.Name);
    else if (!isIdentifier(Types.text(Each.Name)))
      Found.add(Id, Rule::NameSpelling, "enumerator", Each.Name);
}

void TypeCheck::variables(TypeId Id) {
  uint32_t Size = Types[Id].Size;
  if (!Size) {
    // What it contains is unfinished too.
    Found.add(Id, Rule::SectionEmpty);
    return;
  }
  uint64_t End = 0;
  for (const SectionVariable &Each : Types.variables(Id)) {
    auto Add = [&](Rule Broken) { Found.add(Id, Broken, "variable", Types[Each.Variable].Name); };
    if (Each.Offset < End || Each.Offset >= Size)
      Add(Rule::SectionOrder);
    else if (!Each.Size || Each.Size > Size)
      Add(Rule::SectionEntrySize);
    else if (uint64_t(Each.Offset) + Each.Size > Size)
      Add(Rule::SectionEnd);
    End = uint64_t(Each.Offset) + Each.Size;
  }
}

void TypeCheck::others(TypeId Id) {
  const Type &T = Types[Id];
  bool IsExtern = T.Detail > uint32_t(Linkage::Global);
  if (T.What == Kind::Float && T.Size != 2 && T.Size != 4 && T.Size != 8 && T.Size != 12 && T.Size != 16)
    Found.add(Id, Rule::FloatSize);
  if (T.What == Kind::Function && IsExtern)
    Found.add(Id, Rule::FunctionLinkage);
  if (T.What == Kind::Variable && !T.Target)
    Found.add(Id, Rule::VariableVoid);
  if (T.What == Kind::Variable && IsExtern)
    Found.add(Id, Rule::VariableLinkage);
  if (T.What == Kind::DeclTag && int32_t(T.Detail) < -1)
    Found.add(Id, Rule::TagComponent);
}

void TypeCheck::type(TypeId Id) {
  Kind What = Types[Id].What;
  Form As = formOf(What);
  name(Id, As.Name);
  if (Types[Id].Flag && !As.MayHaveFlag)
    Found.add(Id, Rule::KindFlag);
  if (What == Kind::Int)
    integer(Id);
  else if (What == Kind::Array)
    array(Id);
  else if (isComposite(What))
    members(Id);
  else if (What == Kind::Enum || What == Kind::Enum64)
    enumerators(Id);
  else if (What == Kind::DataSection)
    variables(Id);
  else
    others(Id);
}

void checkTypes(const TypeGraph &Types, Findings &Found) {
  TypeCheck Check(Types, Found);
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id)
    Check.type(Id);
}

} // namespace bpf::btf
