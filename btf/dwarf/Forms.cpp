// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// DWARF 5, section 7.5.6.
#include "btf/dwarf/Forms.h"

namespace bpf::btf::dwarf {

void FormReader::startUnit(const Unit &U) {
  Current = &U;
  StringOffsetsBase = AddressBase = 8; // behind the header of the table: DWARF 5, 7.26 and 7.27
  LocationListsBase = 12;              // 7.29
}

const char *FormReader::stringAt(ByteView Strings, uint64_t Offset) {
  if (Offset < Strings.size()) [[likely]]
    return Strings.data() + Offset;
  reject({"a name is outside the strings of the debug information"});
  return "";
}

const char *FormReader::string(Cursor &In, const Step &S) {
  switch (S.Form) {
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
    reject(makeError("a name of form ", S.Form, " is not supported"));
    return "";
  }
}

uint64_t FormReader::number(Cursor &In, const Step &S) {
  switch (S.Form) {
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
    reject(makeError("a number of form ", S.Form, " is not supported"));
    return 0;
  }
}

uint32_t FormReader::reference(Cursor &In, const Step &S) {
  uint64_t Offset = S.Form == FormRef4 ? In.fixed<uint32_t>() : number(In, S);
  if (S.Form == FormRefAddr)
    Offset -= Current->Offset;
  if (Offset < Current->Bytes && S.Form != FormRefSig8) [[likely]]
    return Offset;
  reject({"a unit refers to another one (link-time optimization, or dwz), which is not supported"});
  return 0;
}

std::optional<uint64_t> FormReader::addressAt(uint64_t Index) {
  Cursor Table(From.Addresses, From.Order, AddressBase + Index * Current->AddressBytes);
  uint64_t Address = address(Table);
  return Table.isBad() ? std::nullopt : std::optional(Address);
}

bool isExpression(uint16_t Form) {
  return Form == FormExprloc || Form == FormBlock || Form == FormBlock1 || Form == FormBlock2 || Form == FormBlock4;
}

uint64_t expressionBytes(Cursor &In, uint16_t Form) {
  switch (Form) {
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

void FormReader::skip(Cursor &In, const Step &S) {
  if (S.Form == 0)
    return In.skip(S.Bytes);
  if (isExpression(S.Form))
    return In.skip(expressionBytes(In, S.Form));
  switch (S.Form) {
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
    if (std::optional<unsigned> Bytes = fixedBytes(S.Form, Current->AddressBytes))
      return In.skip(*Bytes);
    reject(makeError("a value of form ", S.Form, " is not supported"));
  }
}

} // namespace bpf::btf::dwarf
