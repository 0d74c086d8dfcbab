// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A declaration in C surrounds its name: pointers before it, dimensions and parameters after it.
#include "btf/print/CPrinter.h"
#include "btf/print/CScalar.h"
#include <algorithm>
#include <cctype>

namespace bpf::btf {

/// As deep as types are written into each other; more is damaged BTF.
constexpr unsigned MaxDepth = 200;

/// The words next to a type or a `*`.
struct CPrinter::Qualifiers {
  bool IsConst = false, IsVolatile = false, IsRestrict = false;
  std::vector<TypeId> Tags;
};

/// The type under its qualifiers. An array has none in C: its elements have them.
TypeId CPrinter::unqualified(TypeId Id, Qualifiers &Found) const {
  for (;;) {
    switch (Types[Id].What) {
    case Kind::Const:
      Found.IsConst = true;
      break;
    case Kind::Volatile:
      Found.IsVolatile = true;
      break;
    case Kind::Restrict:
      Found.IsRestrict = true;
      break;
    case Kind::TypeTag:
      Found.Tags.push_back(Id);
      break;
    case Kind::Array:
      Id = Types.array(Id).Element;
      continue;
    default:
      return Id;
    }
    Id = Types[Id].Target;
  }
}

static TypeId withoutQualifiers(const TypeGraph &Types, TypeId Id) {
  auto IsQualifier = [](Kind K) {
    return K == Kind::Const || K == Kind::Volatile || K == Kind::Restrict || K == Kind::TypeTag;
  };
  while (IsQualifier(Types[Id].What))
    Id = Types[Id].Target;
  return Id;
}

bool CPrinter::needsParentheses(TypeId PointedAt) const {
  Kind K = Types[withoutQualifiers(Types, PointedAt)].What;
  return K == Kind::Array || K == Kind::FunctionPrototype;
}

void CPrinter::qualify(const Qualifiers &By) {
  if (By.IsConst)
    Out << "const ";
  if (By.IsVolatile)
    Out << "volatile ";
}

/// Whether an attribute's text, which is printed unchanged, is a word with arguments and nothing else.
static bool isAttribute(std::string_view Text) {
  for (char C : Text)
    if (!isalnum(static_cast<unsigned char>(C)) && C != '_' && C != '(' && C != ')')
      return false;
  return std::count(Text.begin(), Text.end(), '(') == std::count(Text.begin(), Text.end(), ')');
}

void CPrinter::tag(const Qualifiers &By) {
  for (TypeId Id : By.Tags) {
    std::string_view Text = Types.name(Id);
    if (Types[Id].Flag && isAttribute(Text))
      Out << " __attribute__((" << Text << "))";
    if (Types[Id].Flag)
      continue;
    Out << " __attribute__((btf_type_tag(\"";
    for (char C : Text)
      C == '"' || C == '\\' ? Out << '\\' << C : Out << (C == '\n' ? ' ' : C);
    Out << "\")))";
  }
}

/// Writes what precedes the name. \returns true if it ends with a word, which needs a space before the name.
bool CPrinter::before(TypeId Id, unsigned Indent) {
  Qualifiers Qualified;
  Id = unqualified(Id, Qualified);
  if (Types[Id].What == Kind::FunctionPrototype)
    return before(Types[Id].Target, Indent);
  if (Types[Id].What != Kind::Pointer) {
    qualify(Qualified);
    base(Id, Indent);
    tag(Qualified);
    return true;
  }
  TypeId To = Types[Id].Target;
  if (before(To, Indent))
    Out << ' ';
  Out << (needsParentheses(To) ? "(*" : "*");
  bool HasWord = Qualified.IsConst || Qualified.IsVolatile || Qualified.IsRestrict || !Qualified.Tags.empty();
  if (Qualified.IsConst)
    Out << " const";
  if (Qualified.IsVolatile)
    Out << " volatile";
  if (Qualified.IsRestrict)
    Out << " restrict";
  tag(Qualified);
  return HasWord;
}

void CPrinter::after(TypeId Id) {
  for (;;) {
    Id = withoutQualifiers(Types, Id);
    switch (Types[Id].What) {
    case Kind::Pointer:
      if (needsParentheses(Types[Id].Target))
        Out << ')';
      Id = Types[Id].Target;
      break;
    case Kind::Array:
      Out << '[' << Types.array(Id).Count << ']';
      Id = Types.array(Id).Element;
      break;
    case Kind::FunctionPrototype:
      parameters(Id);
      Id = Types[Id].Target;
      break;
    default:
      return;
    }
  }
}

/// clang writes `void (void)` with one parameter of type void, as it does `void ()`.
void CPrinter::parameters(TypeId Prototype) {
  std::span<const Parameter> All = Types.parameters(Prototype);
  Out << '(';
  for (const Parameter &Each : All) {
    if (&Each != All.data())
      Out << ", ";
    if (!Each.Of && All.size() > 1 && &Each == &All.back()) {
      Out << "...";
      continue;
    }
    std::string_view Name = Each.Of ? Names.member(Each.Name) : "";
    declare(Each.Of, Names.isTypedef(Name) ? "" : Name);
  }
  Out << (All.empty() ? "void)" : ")");
}

void CPrinter::declare(TypeId Of, std::string_view Name, unsigned Indent) {
  if (!Left || Depth > MaxDepth)
    Of = 0;
  else
    --Left;
  ++Depth;
  bool EndsInWord = before(Of, Indent);
  if (EndsInWord && !Name.empty())
    Out << ' ';
  Out << Name;
  after(Of);
  --Depth;
}

/// Writes a structure that has a name as a member that has none: without -fms-extensions a compiler leaves out
/// `struct ns_tree;`, so its members are printed there. \returns false if the member is something else.
bool CPrinter::inPlace(TypeId Member, unsigned Indent) {
  TypeId Id = withoutQualifiers(Types, Member);
  bool IsNamed = Types[Id].What == Kind::Typedef || Types[Id].Name;
  while (Types[Id].What == Kind::Typedef)
    Id = withoutQualifiers(Types, Types[Id].Target);
  bool IsComposite = Types[Id].What == Kind::Struct || Types[Id].What == Kind::Union;
  if (!IsNamed || !IsComposite || IsOpen[Id] || !Left || Depth > MaxDepth)
    return false;
  --Left;
  ++Depth;
  Qualifiers Qualified;
  unqualified(Member, Qualified);
  qualify(Qualified);
  composite(Id, /*Name=*/"", Indent);
  --Depth;
  return true;
}

void CPrinter::scalar(TypeId Id) {
  std::string_view Name = spelled(Types, Id);
  if (!Name.empty()) {
    Out << Name;
    return;
  }
  Out << "struct { unsigned char bytes[" << Types[Id].Size << "]; }";
  if (unsigned Alignment = Layout.alignment(Id); Alignment > 1)
    Out << " __attribute__((aligned(" << Alignment << ")))";
}

void CPrinter::base(TypeId Id, unsigned Indent) {
  const Type &T = Types[Id];
  std::string_view Name = Names.of(Id);
  switch (T.What) {
  case Kind::Int:
  case Kind::Float:
    return scalar(Id);
  case Kind::Typedef:
    Out << Name;
    return;
  case Kind::Forward:
    Out << (T.Flag ? "union " : "struct ") << Name;
    return;
  case Kind::Struct:
  case Kind::Union:
    if (!Name.empty())
      Out << (T.What == Kind::Union ? "union " : "struct ") << Name;
    else if (IsOpen[Id])
      Out << "void";
    else
      composite(Id, Indent);
    return;
  case Kind::Enum:
  case Kind::Enum64:
    if (!Name.empty())
      Out << "enum " << Name;
    else
      enumeration(Id, Indent);
    return;
  default:
    Out << "void";
  }
}

} // namespace bpf::btf
