// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// C writes a type around the name, from the inside out: each pointer goes before what is written so far, each array and
// each list of parameters behind it.
#include "btf/print/Declaration.h"

namespace bpf::btf {

bool isModifier(Kind K) {
  return K == Kind::Typedef || K == Kind::Volatile || K == Kind::Const || K == Kind::Restrict || K == Kind::TypeTag;
}

TypeId withoutModifiers(const TypeGraph &Types, TypeId Id) {
  while (isModifier(Types[Id].What))
    Id = Types[Id].Target;
  return Id;
}

/// Of one element of what is no array.
static std::optional<uint64_t> ownSize(const TypeGraph &Types, TypeId Id) {
  switch (Types[Id].What) {
  case Kind::Pointer:
    return Types.PointerBytes;
  case Kind::Int:
  case Kind::Float:
  case Kind::Struct:
  case Kind::Union:
  case Kind::Enum:
  case Kind::Enum64:
    return Types[Id].Size;
  default:
    return std::nullopt;
  }
}

std::optional<uint64_t> sizeOf(const TypeGraph &Types, TypeId Id) {
  constexpr uint64_t Most = uint64_t(1) << 48;
  uint64_t Times = 1;
  for (Id = withoutModifiers(Types, Id); Types[Id].What == Kind::Array;) {
    const Array &Of = Types.array(Id);
    if (__builtin_mul_overflow(Times, Of.Count, &Times))
      return std::nullopt;
    Id = withoutModifiers(Types, Of.Element);
  }
  std::optional<uint64_t> Size = ownSize(Types, Id);
  if (!Size || __builtin_mul_overflow(Times, *Size, &Times) || Times > Most)
    return std::nullopt;
  return Times;
}

/// What is written before the name of a type.
static std::string_view keyword(const Type &T) {
  switch (T.What) {
  case Kind::Struct:
    return "struct ";
  case Kind::Union:
    return "union ";
  case Kind::Enum:
  case Kind::Enum64:
    return "enum ";
  case Kind::Forward:
    return T.Flag ? "union " : "struct ";
  default:
    return "";
  }
}

static std::string qualifier(const TypeGraph &Types, const Type &T) {
  switch (T.What) {
  case Kind::Const:
    return "const ";
  case Kind::Volatile:
    return "volatile ";
  case Kind::Restrict:
    return "restrict ";
  default:
    return "__attribute__((btf_type_tag(\"" + std::string(Types.text(T.Name)) + "\"))) ";
  }
}

Declaration Declarations::split(TypeId Id, std::string Name) {
  Declaration Parts{"", Id, std::move(Name)};
  // A list or an array binds closer than the star of a pointer that was written before.
  auto Enclose = [&] {
    if (Parts.Declarator.starts_with('*'))
      Parts.Declarator = "(" + Parts.Declarator + ")";
  };
  for (;; Id = Parts.Base) {
    const Type &T = Types[Id];
    if (T.What == Kind::Pointer) {
      if (Parts.Declarator.empty() && !Parts.Qualifiers.empty())
        Parts.Qualifiers.pop_back();
      Parts.Declarator = "*" + std::exchange(Parts.Qualifiers, "") + Parts.Declarator;
      Parts.Base = T.Target;
    } else if (T.What == Kind::Array) {
      Enclose();
      const Array &Of = Types.array(Id);
      Parts.Declarator += "[" + (Of.Count ? std::to_string(Of.Count) : "") + "]";
      Parts.Base = Of.Element;
    } else if (T.What == Kind::FunctionPrototype) {
      Enclose();
      Parts.Declarator += parameters(Id);
      Parts.Base = T.Target;
    } else if (isModifier(T.What) && T.What != Kind::Typedef) {
      Parts.Qualifiers += qualifier(Types, T);
      Parts.Base = T.Target;
    } else {
      return Parts;
    }
  }
}

std::string Declarations::join(TypeId Id, std::string Name) {
  if (PartsLeft == 0)
    return "...";
  --PartsLeft;
  Declaration Parts = split(Id, std::move(Name));
  return Parts.Qualifiers + base(Parts.Base) + (Parts.Declarator.empty() ? "" : " " + Parts.Declarator);
}

std::string Declarations::parameters(TypeId Prototype) {
  std::string Text;
  for (const Parameter &Each : Types.parameters(Prototype)) {
    Text += Text.empty() ? "" : ", ";
    Text += Each.Of ? join(Each.Of, std::string(Types.text(Each.Name))) : "...";
    if (PartsLeft == 0)
      break;
  }
  return "(" + (Text.empty() ? "void" : Text) + ")";
}

std::string Declarations::contents(TypeId Id) {
  if (Depth == MostDepth)
    return "{ ... }";
  ++Depth;
  std::string Text = contentsWithin(Id);
  --Depth;
  return Text;
}

std::string Declarations::contentsWithin(TypeId Id) {
  std::string Text = "{ ";
  for (const Member &Each : Types.members(Id)) {
    if (PartsLeft == 0)
      return Text + "... }";
    Text += join(Each.Of, std::string(Types.text(Each.Name)));
    if (Each.BitSize)
      Text += ":" + std::to_string(Each.BitSize);
    Text += " @" + std::to_string(Each.BitOffset) + "; ";
  }
  for (const Enumerator &Each : Types.enumerators(Id)) {
    std::string Value = Types[Id].Flag ? std::to_string(int64_t(Each.Value)) : std::to_string(Each.Value);
    Text += std::string(Types.text(Each.Name)) + " = " + Value + ", ";
  }
  return Text + "}";
}

std::string Declarations::base(TypeId Id) {
  if (Id == 0)
    return "void";
  const Type &T = Types[Id];
  std::string Word(keyword(T));
  if (T.Name)
    return Word + std::string(Types.text(T.Name));
  return Word + (HasContents ? contents(Id) : "{...}");
}

Declaration Declarations::takeApart(TypeId Id, std::string Name) {
  PartsLeft = MostParts;
  return split(Id, std::move(Name));
}

std::string Declarations::write(TypeId Id, std::string Name) {
  PartsLeft = MostParts;
  return join(Id, std::move(Name));
}

} // namespace bpf::btf
