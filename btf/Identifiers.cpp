// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The kernel rejects all types for one name that is no identifier (btf_name_valid_identifier() in kernel/bpf/btf.c).
#include "btf/Identifiers.h"
#include "btf/Mix.h"

namespace bpf::btf {

/// Kernels before 6.1 accept this many letters in a name.
static constexpr size_t LongestOldName = 127;

static bool isLetter(char C) { return (C >= 'a' && C <= 'z') || (C >= 'A' && C <= 'Z') || C == '_' || C == '.'; }
static bool isDigit(char C) { return C >= '0' && C <= '9'; }

bool isIdentifier(std::string_view Name) {
  if (Name.empty() || Name.size() > LongestName || !isLetter(Name.front()))
    return false;
  for (char C : Name)
    if (!isLetter(C) && !isDigit(C))
      return false;
  return true;
}

/// Integers and floating-point types may have any name; sections have names of their own.
static bool needsIdentifier(Kind What) {
  switch (What) {
  case Kind::Struct:
  case Kind::Union:
  case Kind::Enum:
  case Kind::Enum64:
  case Kind::Forward:
  case Kind::Typedef:
  case Kind::Function:
  case Kind::Variable:
    return true;
  default:
    return false;
  }
}

/// A name that is too long ends with a hash of all of it.
static std::string asIdentifier(std::string_view Name) {
  constexpr char Digits[] = "0123456789ABCDEF";
  std::string Made;
  for (char C : Name)
    if (isLetter(C) || (isDigit(C) && !Made.empty()))
      Made += C;
    else
      Made += {'_', Digits[uint8_t(C) >> 4], Digits[uint8_t(C) & 15], '_'};
  if (Made.size() <= LongestOldName)
    return Made;
  constexpr int HashDigits = 16;
  uint64_t Hash = 0;
  for (char C : Name)
    Hash = mix(Hash, uint8_t(C));
  Made.resize(LongestOldName - HashDigits);
  for (int Shift = 4 * (HashDigits - 1); Shift >= 0; Shift -= 4)
    Made += Digits[Hash >> Shift & 15];
  return Made;
}

void makeIdentifiers(TypeGraph &Types) {
  auto Rename = [&](StringOffset &Name) {
    if (Name && !isIdentifier(Types.text(Name)))
      Name = Types.Strings.add(asIdentifier(Types.text(Name)));
  };
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id) {
    Kind What = Types[Id].What;
    if (needsIdentifier(What))
      Rename(Types.change(Id).Name);
    if (isComposite(What))
      for (Member &Each : Types.changeMembers(Id))
        Rename(Each.Name);
    if (What == Kind::Enum || What == Kind::Enum64)
      for (Enumerator &Each : Types.changeEnumerators(Id))
        Rename(Each.Name);
    if (What == Kind::FunctionPrototype)
      for (Parameter &Each : Types.changeParameters(Id))
        Rename(Each.Name);
  }
}

} // namespace bpf::btf
