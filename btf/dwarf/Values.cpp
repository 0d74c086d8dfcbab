// DWARF 5, section 7.5.6. This runs for every entry of a kernel: what is read often comes first.
#include "btf/dwarf/Values.h"

namespace bpf::btf::dwarf {

void ValueReader::startUnit(const Unit &U) {
  Own = &U;
  StringOffsetsBase = AddressBase = 8; // behind the header of the table: DWARF 5, 7.26 and 7.27
  LocationListsBase = 12;              // 7.29
}

const char *ValueReader::stringAt(ByteView Strings, uint64_t Offset) {
  if (Offset < Strings.size()) [[likely]]
    return Strings.data() + Offset;
  refuse({"a name lies outside of the strings of the debug information"});
  return "";
}

const char *ValueReader::string(Cursor &In, const Step &S) {
  switch (S.How) {
  case FormStrp:
    return stringAt(From.Strings, In.fixed<uint32_t>());
  case FormString:
    return In.string();
  case FormLineStrp:
    return stringAt(From.LineStrings, In.fixed<uint32_t>());
  case FormStrx:
  case FormStrx1:
  case FormStrx2:
  case FormStrx3:
  case FormStrx4: {
    Cursor Offsets(From.StringOffsets, From.Order, StringOffsetsBase + number(In, S) * sizeof(uint32_t));
    return stringAt(From.Strings, Offsets.fixed<uint32_t>());
  }
  default:
    refuse(makeError("a name of form ", S.How, " is not supported"));
    return "";
  }
}

uint64_t ValueReader::number(Cursor &In, const Step &S) {
  switch (S.How) {
  case FormData1:
  case FormFlag:
  case FormRef1:
  case FormStrx1:
  case FormAddrx1:
    return In.byte();
  case FormData2:
  case FormRef2:
  case FormStrx2:
  case FormAddrx2:
    return In.fixed<uint16_t>();
  case FormData4:
  case FormRef4:
  case FormSecOffset:
  case FormRefAddr:
  case FormStrx4:
  case FormAddrx4:
    return In.fixed<uint32_t>();
  case FormData8:
  case FormRef8:
    return In.fixed<uint64_t>();
  case FormImplicitConst:
    return S.Implicit;
  case FormFlagPresent:
    return 1;
  case FormUdata:
  case FormRefUdata:
  case FormStrx:
  case FormAddrx:
    return In.unsignedNumber();
  case FormSdata:
    return In.signedNumber();
  case FormStrx3:
  case FormAddrx3:
    return In.threeBytes();
  case FormData16: {
    uint64_t First = In.fixed<uint64_t>(), Second = In.fixed<uint64_t>();
    return From.Order == std::endian::little ? First : Second;
  }
  case FormAddr:
    return address(In);
  default:
    refuse(makeError("a number of form ", S.How, " is not supported"));
    return 0;
  }
}

uint32_t ValueReader::reference(Cursor &In, const Step &S) {
  uint64_t Offset = S.How == FormRef4 ? In.fixed<uint32_t>() : number(In, S);
  if (S.How == FormRefAddr)
    Offset -= Own->Offset;
  if (Offset < Own->Bytes && S.How != FormRefSig8) [[likely]]
    return Offset;
  refuse({"a unit refers to another one (link-time optimisation, or dwz), which is not supported"});
  return 0;
}

static bool isExpression(uint16_t How) {
  return How == FormExprloc || How == FormBlock || How == FormBlock1 || How == FormBlock2 || How == FormBlock4;
}

static uint64_t expressionBytes(Cursor &In, uint16_t How) {
  switch (How) {
  case FormBlock1:
    return In.byte();
  case FormBlock2:
    return In.fixed<uint16_t>();
  case FormBlock4:
    return In.fixed<uint32_t>();
  default:
    return In.unsignedNumber();
  }
}

void ValueReader::skip(Cursor &In, const Step &S) {
  if (S.How == 0)
    return In.skip(S.Bytes);
  if (isExpression(S.How))
    return In.skip(expressionBytes(In, S.How));
  switch (S.How) {
  case FormUdata:
  case FormSdata:
  case FormRefUdata:
  case FormStrx:
  case FormAddrx:
  case FormLoclistx:
  case FormRnglistx:
    In.unsignedNumber();
    return;
  case FormString:
    In.string();
    return;
  default:
    if (std::optional<unsigned> Bytes = fixedBytes(S.How, Own->AddressBytes))
      return In.skip(*Bytes);
    refuse(makeError("a value of form ", S.How, " is not supported"));
  }
}

/// A number of bytes, or in old DWARF an expression that adds it.
void ValueReader::memberLocation(Cursor &In, const Step &S, Values &Into) {
  if (!isExpression(S.How)) {
    Into.Bits += number(In, S) * 8;
    return;
  }
  uint64_t Length = expressionBytes(In, S.How);
  size_t Begin = In.offset();
  if (Length && In.byte() == OperationPlusConstant)
    Into.Bits += In.unsignedNumber() * 8;
  In.seek(Begin + Length);
}

/// An address, and nothing else: what lies in registers or on a stack is no variable to us.
void ValueReader::variableLocation(Cursor &In, const Step &S, Values &Into) {
  if (!isExpression(S.How))
    return skip(In, S);
  uint64_t Length = expressionBytes(In, S.How);
  size_t Begin = In.offset();
  uint8_t First = Length ? In.byte() : 0;
  if (First == OperationAddress && Length == 1U + Own->AddressBytes) {
    Into.Address = address(In);
    Into.HasAddress = true;
  } else if (First == OperationAddressIndex) {
    Cursor Table(From.Addresses, From.Order, AddressBase + In.unsignedNumber() * Own->AddressBytes);
    Into.Address = address(Table);
    Into.HasAddress = !Table.isBad() && In.offset() == Begin + Length;
  }
  In.seek(Begin + Length);
}

/// Where a function begins.
void ValueReader::startAddress(Cursor &In, const Step &S, Values &Into) {
  Into.Address = number(In, S);
  Into.HasAddress = true;
  if (S.How == FormAddr)
    return;
  Cursor Table(From.Addresses, From.Order, AddressBase + Into.Address * Own->AddressBytes);
  Into.Address = address(Table);
  Into.HasAddress = !Table.isBad();
}

/// A parameter's is looked at only where its function becomes one of BTF.
void ValueReader::location(Cursor &In, const Step &S, const Abbreviation &Kind, Values &Into) {
  if (Kind.What != TagFormalParameter)
    return variableLocation(In, S, Into);
  Into.Text = In.place();
  Into.BitSize = S.How;
  skip(In, S);
}

/// The text of an annotation, the value of an enumerator; a variable's is of no interest.
void ValueReader::constant(Cursor &In, const Step &S, const Abbreviation &Kind, Values &Into) {
  if (Kind.What == TagLlvmAnnotation)
    Into.Text = string(In, S);
  else if (Kind.What == TagEnumerator && !isExpression(S.How)) {
    Into.Constant = number(In, S);
    // The other forms are unsigned.
    Into.IsNegative = (S.How == FormSdata || S.How == FormImplicitConst) && int64_t(Into.Constant) < 0;
  } else
    skip(In, S);
}

/// What is rare, or nobody waits for: with more cases in read() they are no longer told one by one, which costs more
/// than a call does.
void ValueReader::attribute(Cursor &In, const Step &S, Values &Into) {
  if (S.What == AtLowPc)
    return startAddress(In, S, Into);
  if (S.What == AtProducer) {
    Into.Text = string(In, S);
    return;
  }
  // A bound that is computed when the program runs.
  if (isExpression(S.How) || S.How == FormLoclistx)
    return skip(In, S);
  uint64_t Number = number(In, S);
  switch (S.What) {
  case AtByteSize:
    Into.Size = Number;
    break;
  case AtUpperBound:
    Into.Count = S.How == FormRef4 ? 0 : Number + 1;
    break;
  case AtCount:
    Into.Count = S.How == FormRef4 ? 0 : Number;
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
    StringOffsetsBase = Number;
    break;
  case AtAddrBase:
    AddressBase = Number;
    break;
  case AtLoclistsBase:
    LocationListsBase = Number;
    break;
  case AtInline:
    Into.IsInline = Number;
    break;
  }
}

void ValueReader::skip(Cursor &In, const Abbreviation &Kind) {
  for (const Step &S : Kind.Steps)
    skip(In, S);
  if (In.isBad())
    refuse({"an entry of the debug information is cut off"});
}

Values ValueReader::read(Cursor &In, const Abbreviation &Kind) {
  Values Into;
  FixedValues Fixed;
  if (Kind.Fixed.IsOne && readFixed(Kind.Fixed, In, From.Strings, Own->Bytes, Fixed)) {
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
      skip(In, S);
      break;
    case AtName:
      Into.Name = S.How == FormStrp ? stringAt(From.Strings, In.fixed<uint32_t>()) : string(In, S);
      break;
    case AtType:
      Into.Of = reference(In, S);
      break;
    case AtDataMemberLocation:
      if (S.How == FormData1) [[likely]]
        Into.Bits += In.byte() * 8;
      else
        memberLocation(In, S, Into);
      break;
    case AtSpecification:
    case AtAbstractOrigin:
      Into.Origin = reference(In, S);
      break;
    case AtConstValue:
      constant(In, S, Kind, Into);
      break;
    case AtLocation:
      location(In, S, Kind, Into);
      break;
    case AtDwoName:
    case AtGnuDwoName:
      refuse({"split debug information (-gsplit-dwarf) is not supported"});
      skip(In, S);
      break;
    default:
      attribute(In, S, Into);
    }
  if (In.isBad())
    refuse({"an entry of the debug information is cut off"});
  return Into;
}

} // namespace bpf::btf::dwarf
