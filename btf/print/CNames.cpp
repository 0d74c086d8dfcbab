// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// C has two name spaces at file scope: tags, and the ordinary one of typedefs, enumerators and functions.
#include "btf/print/CNames.h"
#include <algorithm>

namespace bpf::btf {

/// Words that C17, C23 or GNU C keep for themselves; `bool`, `true` and `false` are left, since headers define them.
static constexpr std::string_view Keywords[] = {"_Alignas",
                                                "_Alignof",
                                                "_Atomic",
                                                "_Bool",
                                                "_Complex",
                                                "_Generic",
                                                "_Imaginary",
                                                "_Noreturn",
                                                "_Static_assert",
                                                "_Thread_local",
                                                "__asm__",
                                                "__attribute__",
                                                "__auto_type",
                                                "__inline",
                                                "__inline__",
                                                "__int128",
                                                "__typeof__",
                                                "alignas",
                                                "alignof",
                                                "asm",
                                                "auto",
                                                "break",
                                                "case",
                                                "char",
                                                "const",
                                                "constexpr",
                                                "continue",
                                                "default",
                                                "do",
                                                "double",
                                                "else",
                                                "enum",
                                                "extern",
                                                "float",
                                                "for",
                                                "goto",
                                                "if",
                                                "inline",
                                                "int",
                                                "long",
                                                "nullptr",
                                                "register",
                                                "restrict",
                                                "return",
                                                "short",
                                                "signed",
                                                "sizeof",
                                                "static",
                                                "static_assert",
                                                "struct",
                                                "switch",
                                                "thread_local",
                                                "typedef",
                                                "typeof",
                                                "typeof_unqual",
                                                "union",
                                                "unsigned",
                                                "void",
                                                "volatile",
                                                "while"};

static_assert(std::is_sorted(std::begin(Keywords), std::end(Keywords)));

static uint64_t placeOf(TypeId Enum, unsigned Index) { return uint64_t(Enum) << 32 | Index; }

static bool isLetter(char C) { return ((C | 32) >= 'a' && (C | 32) <= 'z') || C == '_'; }
static bool isDigit(char C) { return C >= '0' && C <= '9'; }

CNames::CNames(const TypeGraph &Types) : Types(Types) {
  Tags.reserve(Types.end() / 4);
  Ordinary.reserve(Types.end() / 2);
  for (std::string_view Word : Keywords)
    Tags[Word] = Ordinary[Word] = 1;
  nameFunctions();
  nameTags();
  nameForwards();
  nameOrdinary();
}

/// The text if it is possible in C, otherwise with underscores for what C does not accept.
std::string_view CNames::identifier(std::string_view Text) {
  auto IsGood = [](char C) { return isLetter(C) || isDigit(C); };
  if (std::all_of(Text.begin(), Text.end(), IsGood) && !isDigit(Text.front()))
    return Text;
  std::string Good = isDigit(Text.front()) ? "_" : "";
  for (char C : Text)
    Good += IsGood(C) ? C : '_';
  return keep(std::move(Good));
}

std::string_view CNames::give(Given &To, std::string_view Text) {
  std::string_view Name = identifier(Text);
  unsigned &Count = To[Name];
  if (++Count == 1)
    return Name;
  for (;; ++Count) {
    std::string_view Flavour = keep(std::string(Name) + "___" + std::to_string(Count));
    if (To.try_emplace(Flavour, 1).second)
      return Flavour;
  }
}

/// First, since a function of the kernel is found by its name.
void CNames::nameFunctions() {
  for (TypeId Id = 1; Id < Types.end(); ++Id) {
    const Type &T = Types[Id];
    if (T.What != Kind::DeclTag || T.Detail != ~0U || Types[T.Target].What != Kind::Function)
      continue;
    FunctionTags.emplace(T.Target, Types.text(T.Name));
    if (Types.text(T.Name) == "bpf_kfunc")
      ++Ordinary[Types.name(T.Target)];
  }
}

void CNames::nameTags() {
  for (TypeId Id = 1; Id < Types.end(); ++Id) {
    const Type &T = Types[Id];
    bool HasTag = isComposite(T.What) || T.What == Kind::Enum || T.What == Kind::Enum64;
    if (!HasTag || !T.Name)
      continue;
    std::string_view Text = Types.text(T.Name), Name = give(Tags, Text);
    if (Name.data() != Text.data())
      Changed[Id] = Name;
  }
}

/// A forward declaration is of the first structure of its name, or of the first declaration.
void CNames::nameForwards() {
  std::unordered_map<std::string_view, TypeId> First[2];
  for (TypeId Id = 1; Id < Types.end(); ++Id)
    if (Types[Id].What == Kind::Forward)
      First[Types[Id].Flag].try_emplace(Types.name(Id), Id);
  if (First[0].empty() && First[1].empty())
    return;
  std::unordered_map<std::string_view, TypeId> Known[2];
  for (TypeId Id = 1; Id < Types.end(); ++Id) {
    const Type &T = Types[Id];
    bool IsUnion = T.What == Kind::Union;
    if ((T.What == Kind::Struct || IsUnion) && First[IsUnion].contains(Types.text(T.Name)))
      Known[IsUnion].try_emplace(Types.text(T.Name), Id);
  }
  for (TypeId Id = 1; Id < Types.end(); ++Id) {
    const Type &T = Types[Id];
    if (T.What != Kind::Forward)
      continue;
    auto [Found, IsNew] = Known[T.Flag].try_emplace(Types.text(T.Name), Id);
    Meant[Id] = Found->second;
    if (IsNew && T.Name)
      Changed[Id] = give(Tags, Types.text(T.Name));
  }
}

void CNames::nameOrdinary() {
  for (TypeId Id = 1; Id < Types.end(); ++Id) {
    const Type &T = Types[Id];
    if (T.What != Kind::Typedef || !T.Name)
      continue;
    std::string_view Text = Types.text(T.Name), Name = give(Ordinary, Text);
    Typedefs.emplace(Name, Id);
    if (Name.data() != Text.data())
      Changed[Id] = Name;
  }
  for (TypeId Id = 1; Id < Types.end(); ++Id) {
    unsigned Index = 0;
    for (const Enumerator &Each : Types.enumerators(Id)) {
      std::string_view Text = Types.text(Each.Name), Name = give(Ordinary, Text.empty() ? "_" : Text);
      if (Name.data() != Text.data())
        ChangedEnumerators[placeOf(Id, Index)] = Name;
      ++Index;
    }
  }
}

std::string_view CNames::of(TypeId Id) const {
  Id = meant(Id);
  auto Found = Changed.find(Id);
  return Found == Changed.end() ? Types.name(Id) : Found->second;
}

std::string_view CNames::enumerator(TypeId Enum, unsigned Index) const {
  auto Found = ChangedEnumerators.find(placeOf(Enum, Index));
  return Found == ChangedEnumerators.end() ? Types.text(Types.enumerators(Enum)[Index].Name) : Found->second;
}

std::string_view CNames::anotherEnumerator(TypeId Enum, unsigned Index) {
  std::string_view Text = Types.text(Types.enumerators(Enum)[Index].Name);
  return give(Ordinary, Text.empty() ? "_" : Text);
}

std::string_view CNames::member(StringOffset Offset) {
  std::string_view Text = Types.text(Offset);
  if (Text.empty())
    return Text;
  if (auto Found = ChangedMembers.find(Offset); Found != ChangedMembers.end())
    return Found->second;
  std::string_view Name = identifier(Text);
  if (std::binary_search(std::begin(Keywords), std::end(Keywords), Name))
    Name = keep(std::string(Name) + '_');
  if (Name.data() != Text.data())
    ChangedMembers[Offset] = Name;
  return Name;
}

TypeId CNames::meant(TypeId Id) const {
  if (Types[Id].What != Kind::Forward)
    return Id;
  auto Found = Meant.find(Id);
  return Found == Meant.end() ? Id : Found->second;
}

bool CNames::hasTag(TypeId Function, std::string_view Tag) const {
  auto [First, Last] = FunctionTags.equal_range(Function);
  return std::any_of(First, Last, [&](const auto &Each) { return Each.second == Tag; });
}

} // namespace bpf::btf
