// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// This runs for every entry of a kernel without a fixed layout: frequent attributes come first.
#include "btf/dwarf/Values.h"

namespace bpf::btf::dwarf {

/// A number of bytes, or in old DWARF an expression that adds it.
void ValueReader::memberLocation(Cursor &In, const Step &S, Values &Into) {
  if (!isExpression(S.Form)) {
    Into.Bits += Forms.number(In, S) * 8;
    return;
  }
  uint64_t Length = expressionBytes(In, S.Form);
  size_t Begin = In.offset();
  if (Length && In.byte() == OperationPlusConstant)
    Into.Bits += In.unsignedNumber() * 8;
  In.seek(Begin + Length);
}

/// An address, and nothing else: what lies in registers or on a stack is no variable to us.
void ValueReader::variableLocation(Cursor &In, const Step &S, Values &Into) {
  if (!isExpression(S.Form))
    return Forms.skip(In, S);
  uint64_t Length = expressionBytes(In, S.Form);
  size_t Begin = In.offset();
  uint8_t First = Length ? In.byte() : 0;
  if (First == OperationAddress && Length == 1U + Forms.Current->AddressBytes) {
    Into.Address = Forms.address(In);
    Into.HasAddress = true;
  } else if (First == OperationAddressIndex) {
    std::optional<uint64_t> Address = Forms.addressAt(In.unsignedNumber());
    Into.Address = Address.value_or(0);
    Into.HasAddress = Address && In.offset() == Begin + Length;
  }
  In.seek(Begin + Length);
}

/// Where a function begins.
void ValueReader::startAddress(Cursor &In, const Step &S, Values &Into) {
  Into.Address = Forms.number(In, S);
  Into.HasAddress = true;
  if (S.Form == FormAddr)
    return;
  std::optional<uint64_t> Address = Forms.addressAt(Into.Address);
  Into.Address = Address.value_or(0);
  Into.HasAddress = Address.has_value();
}

/// A parameter's is looked at only where its function becomes one of BTF.
void ValueReader::location(Cursor &In, const Step &S, const Abbreviation &Kind, Values &Into) {
  if (Kind.What != TagFormalParameter)
    return variableLocation(In, S, Into);
  Into.Text = In.place();
  Into.BitSize = S.Form;
  Forms.skip(In, S);
}

/// The text of an annotation, the value of an enumerator; a variable's is of no interest.
void ValueReader::constant(Cursor &In, const Step &S, const Abbreviation &Kind, Values &Into) {
  if (Kind.What == TagLlvmAnnotation)
    Into.Text = Forms.string(In, S);
  else if (Kind.What == TagEnumerator && !isExpression(S.Form)) {
    Into.Constant = Forms.number(In, S);
    // The other forms are unsigned.
    Into.IsNegative = (S.Form == FormSdata || S.Form == FormImplicitConst) && int64_t(Into.Constant) < 0;
  } else
    Forms.skip(In, S);
}

/// Rare attributes: with more cases in read() they are no longer compared one by one, which costs more
/// than a call does.
void ValueReader::attribute(Cursor &In, const Step &S, Values &Into) {
  if (S.What == AtLowPc)
    return startAddress(In, S, Into);
  if (S.What == AtProducer) {
    Into.Text = Forms.string(In, S);
    return;
  }
  // A bound that is computed when the program runs.
  if (isExpression(S.Form) || S.Form == FormLoclistx)
    return Forms.skip(In, S);
  uint64_t Number = Forms.number(In, S);
  switch (S.What) {
  case AtByteSize:
    Into.Size = Number;
    break;
  case AtUpperBound:
    Into.Count = S.Form == FormRef4 ? 0 : Number + 1;
    break;
  case AtCount:
    Into.Count = S.Form == FormRef4 ? 0 : Number;
    break;
  case AtEncoding:
  case AtCallingConvention:
    Into.Encoding = Number;
    break;
  case AtBitSize:
    Into.BitSize = Number;
    break;
  case AtBitOffset:
    Into.BitOffset = Number;
    Into.HasBitOffset = true;
    break;
  case AtDataBitOffset:
    Into.Bits += Number;
    break;
  case AtDeclaration:
    Into.IsDeclaration = Number;
    break;
  case AtExternal:
    Into.IsExternal = Number;
    break;
  case AtArtificial:
    Into.IsArtificial = Number;
    break;
  case AtSibling:
    Into.Sibling = Number;
    break;
  case AtLanguage:
    Into.Language = Number;
    break;
  case AtStrOffsetsBase:
    Forms.StringOffsetsBase = Number;
    break;
  case AtAddrBase:
    Forms.AddressBase = Number;
    break;
  case AtLoclistsBase:
    Forms.LocationListsBase = Number;
    break;
  case AtInline:
    Into.IsInline = Number;
    break;
  default:
    break;
  }
}

void ValueReader::skip(Cursor &In, const Abbreviation &Kind) {
  for (const Step &S : Kind.Steps)
    Forms.skip(In, S);
  if (In.isBad())
    Forms.reject({"an entry of the debug information is truncated"});
}

Values ValueReader::read(Cursor &In, const Abbreviation &Kind) {
  Values Into;
  FixedValues Fixed;
  if (Kind.Fixed.IsOne && readFixed(Kind.Fixed, In, Forms.From.Strings, Forms.Current->Bytes, Fixed)) {
    Into.Name = Fixed.Name;
    Into.Of = Fixed.Of;
    if (Kind.For == Role::Type)
      Into.Size = Fixed.Number;
    else
      Into.Bits = Fixed.Number * 8;
    return Into;
  }
  for (const Step &S : Kind.Steps)
    switch (S.What) {
    case 0:
      Forms.skip(In, S);
      break;
    case AtName:
      Into.Name = S.Form == FormStrp ? Forms.stringAt(Forms.From.Strings, In.fixed<uint32_t>()) : Forms.string(In, S);
      break;
    case AtType:
      Into.Of = Forms.reference(In, S);
      break;
    case AtDataMemberLocation:
      if (S.Form == FormData1) [[likely]]
        Into.Bits += uint64_t(In.byte()) * 8;
      else
        memberLocation(In, S, Into);
      break;
    case AtSpecification:
    case AtAbstractOrigin:
      Into.Origin = Forms.reference(In, S);
      break;
    case AtConstValue:
      constant(In, S, Kind, Into);
      break;
    case AtLocation:
      location(In, S, Kind, Into);
      break;
    case AtDwoName:
    case AtGnuDwoName:
      Forms.reject({"its debug information is in a .dwo file, which is not supported: compile without -gsplit-dwarf"});
      Forms.skip(In, S);
      break;
    default:
      attribute(In, S, Into);
    }
  if (In.isBad())
    Forms.reject({"an entry of the debug information is truncated"});
  return Into;
}

} // namespace bpf::btf::dwarf
