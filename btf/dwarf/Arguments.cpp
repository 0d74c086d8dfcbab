// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rules are pahole 1.31's: function__analyze_parameter_locations(), cu__resolve_func_ret_types_optimized(),
// ftype__has_uncertain_arg_loc().
#include "btf/dwarf/Arguments.h"
#include "btf/dwarf/Packed.h"
#include <algorithm>

namespace bpf::btf::dwarf {

uint32_t Arguments::bytesOf(uint32_t Offset) const {
  constexpr unsigned MostSteps = 32;
  for (unsigned Steps = 0; Offset && Steps < MostSteps; ++Steps) {
    Index At = Of.at(Offset);
    if (At == NoIndex)
      break;
    const Entry &Type = Of.All[At];
    if (Type.What == TagPointerType)
      return Of.unit().AddressBytes;
    if (Type.Size)
      return Type.Size;
    Offset = Type.Of;
  }
  return 0;
}

static Index nextParameter(const Entries &Of, Index At) {
  while (At != NoIndex && Of.Parts[At].What != TagFormalParameter)
    At = Of.Parts[At].Next;
  return At;
}

/// False where the function's own parameters are not those of the source, one by one.
bool Arguments::collect(const Entry &Instance, const Entry &Whole) {
  Parameters.clear();
  Index Mine = nextParameter(Of, Instance.FirstPart), Its = nextParameter(Of, Whole.FirstPart);
  unsigned Word = Of.unit().AddressBytes;
  while (Mine != NoIndex && Its != NoIndex) {
    const Part &A = Of.Parts[Mine], &B = Of.Parts[Its];
    if (!A.Of && A.Original != B.Original)
      return false;
    uint32_t Bytes = bytesOf(B.Of);
    unsigned Words = Machine.Words > 1 && Bytes > Word ? (uint64_t(Bytes) + Word - 1) / Word : 1;
    Parameters.push_back({&A, &B, Bytes, Words, Bytes > uint64_t(Machine.Words) * Word});
    Mine = nextParameter(Of, A.Next);
    Its = nextParameter(Of, B.Next);
  }
  return Mine == Its;
}

/// Locations are compared register by register.
bool Arguments::areInOrder(ArgumentPlaces &Used) {
  bool AreAll = true;
  unsigned Next = 0;
  for (const Parameter &Each : Parameters) {
    bool HasPlace = Each.Instance->location().Form;
    Used.AreMissing |= !HasPlace;
    if (HasPlace && Next >= Machine.Count)
      continue;
    if (HasPlace) {
      Register Found = Places.passedIn(*Each.Instance, Each.Words > 1);
      Used.AreMissing |= !Found;
      AreAll &= !Found || !Machine.AreKnown || int(*Found) == Machine.Numbers[Next];
    }
    Next += Each.IsInMemory ? 1 : Each.Words;
  }
  return AreAll;
}

/// clang marks changed functions; in others an argument of two registers may have lost one of them.
bool Arguments::areInWindows(ArgumentPlaces &Used) {
  bool AreAll = true;
  unsigned Next = 0;
  for (const Parameter &Each : Parameters) {
    bool HasPlace = Each.Instance->location().Form;
    Used.AreMissing |= !HasPlace;
    if (Each.IsInMemory || Next >= Machine.Count)
      continue;
    Register Found = HasPlace ? Places.passedIn(*Each.Instance, Each.Words > 1) : std::nullopt;
    const int *Window = Machine.Numbers + Next, *End = Window + std::min(Each.Words, Machine.Count - Next);
    AreAll &= !Found || !Machine.AreKnown || std::find(Window, End, int(*Found)) != End;
    Next += Each.Words;
  }
  return AreAll;
}

/// Registers cannot be assigned to parameters by counting then.
bool Arguments::hasStructure() const {
  return std::any_of(Parameters.begin(), Parameters.end(), [&](const Parameter &Each) {
    constexpr unsigned MostSteps = 32;
    Index At = Of.at(Each.Whole->Of);
    for (unsigned Steps = 0; At != NoIndex && Steps < MostSteps; ++Steps, At = Of.at(Of.All[At].Of)) {
      if (Of.All[At].What == TagStructureType)
        return true;
      if (Of.All[At].What != TagConstType && Of.All[At].What != TagTypedef)
        break;
    }
    return false;
  });
}

/// Where a packed structure lies on the stack is not known.
bool Arguments::hasUncertain() const {
  for (size_t Number = Machine.Count; Number < Parameters.size(); ++Number) {
    Index At = Of.at(Parameters[Number].Whole->Of);
    bool IsStructure = At != NoIndex && Of.All[At].What == TagStructureType && Of.All[At].Name;
    if (IsStructure && isPacked(Of, Of.All[At]))
      return true;
  }
  return false;
}

ArgumentPlaces Arguments::look(const Entry &Instance, const Entry &Whole, bool IsChanged) {
  ArgumentPlaces Used;
  if (!Machine.Count)
    return Used;
  if (!collect(Instance, Whole)) {
    Used.AreElsewhere = true;
    return Used;
  }
  bool AreAsExpected = Of.IsOfClang && !IsChanged ? areInWindows(Used) : areInOrder(Used);
  Used.AreElsewhere = (!AreAsExpected && !hasStructure()) || hasUncertain();
  return Used;
}

} // namespace bpf::btf::dwarf
