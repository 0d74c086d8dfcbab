// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Only attributes that a type can need are read; which those are is decided by the tag.
#include "btf/dwarf/Abbreviations.h"
#include <array>

namespace bpf::btf::dwarf {

static constexpr std::optional<unsigned> bytesOf(uint16_t F) {
  switch (F) {
  case FormFlagPresent:
  case FormImplicitConst:
    return 0;
  case FormData1:
  case FormRef1:
  case FormFlag:
  case FormStrx1:
  case FormAddrx1:
    return 1;
  case FormData2:
  case FormRef2:
  case FormStrx2:
  case FormAddrx2:
    return 2;
  case FormStrx3:
  case FormAddrx3:
    return 3;
  case FormData4:
  case FormRef4:
  case FormStrp:
  case FormLineStrp:
  case FormSecOffset:
  case FormRefAddr:
  case FormStrx4:
  case FormAddrx4:
    return 4;
  case FormData8:
  case FormRef8:
  case FormRefSig8:
    return 8;
  case FormData16:
    return 16;
  default:
    return std::nullopt;
  }
}

/// A table of the above, -1 if there is no size: a kernel needs three million lookups.
static constexpr auto BytesOfForms = [] {
  std::array<int8_t, FormAddrx4 + 1> Bytes;
  for (size_t F = 0; F < Bytes.size(); ++F)
    Bytes[F] = int8_t(bytesOf(uint16_t(F)).value_or(-1));
  return Bytes;
}();

std::optional<unsigned> fixedBytes(uint16_t F, unsigned AddressBytes) {
  if (F == FormAddr)
    return AddressBytes;
  int8_t Bytes = F < BytesOfForms.size() ? BytesOfForms[F] : -1;
  return Bytes < 0 ? std::nullopt : std::optional<unsigned>(Bytes);
}

static Role roleOf(uint64_t What) {
  switch (What) {
  case TagCompileUnit:
  case TagPartialUnit:
  case TagSkeletonUnit:
    return Role::Unit;
  case TagArrayType:
  case TagClassType:
  case TagEnumerationType:
  case TagPointerType:
  case TagReferenceType:
  case TagRvalueReferenceType:
  case TagStructureType:
  case TagSubroutineType:
  case TagTypedef:
  case TagUnionType:
  case TagBaseType:
  case TagConstType:
  case TagVolatileType:
  case TagRestrictType:
  case TagAtomicType:
  case TagUnspecifiedType:
  case TagSubprogram:
    return Role::Type;
  case TagMember:
  case TagInheritance:
  case TagEnumerator:
  case TagSubrangeType:
  case TagFormalParameter:
  case TagUnspecifiedParameters:
  case TagLlvmAnnotation:
    return Role::Part;
  case TagVariable:
    return Role::Variable;
  case TagImportedUnit:
    return Role::Unsupported;
  case TagInlinedSubroutine:
  case TagCallSite:
  case TagGnuCallSite:
    return Role::Skippable;
  default:
    return Role::None;
  }
}

static bool isWanted(Role For, Tag Of, uint64_t What) {
  switch (What) {
  case AtName:
  case AtType:
  case AtConstValue:
    return For == Role::Type || For == Role::Part || For == Role::Variable;
  case AtByteSize:
  case AtEncoding:
  case AtBitSize:
  case AtBitOffset:
  case AtDataBitOffset:
  case AtDataMemberLocation:
  case AtUpperBound:
  case AtCount:
    return For == Role::Type || For == Role::Part;
  case AtDeclaration:
  case AtExternal:
  case AtSpecification:
  case AtAbstractOrigin:
  case AtArtificial:
    return For == Role::Type || For == Role::Variable || For == Role::Part;
  case AtLocation:
    return For == Role::Variable || Of == TagFormalParameter;
  case AtLowPc:
  case AtInline:
  case AtCallingConvention:
    return Of == TagSubprogram;
  case AtLanguage:
  case AtProducer:
  case AtLoclistsBase:
  case AtStrOffsetsBase:
  case AtAddrBase:
  case AtDwoName:
  case AtGnuDwoName:
    return For == Role::Unit;
  case AtSibling:
    return For == Role::Skippable;
  default:
    return false;
  }
}

/// Adds a step, or joins it with the previous one if both only skip bytes.
void Abbreviations::add(const Abbreviation &Of, size_t First, Step Each, unsigned AddressBytes) {
  if (!isWanted(Of.For, Of.What, Each.What)) {
    std::optional<unsigned> Bytes = fixedBytes(Each.Form, AddressBytes);
    if (Bytes && !*Bytes)
      return;
    Each = {0, Bytes ? uint16_t(0) : Each.Form, Bytes.value_or(0), 0};
    if (Bytes && Steps.size() > First && Steps.back().Form == 0) {
      Steps.back().Bytes += *Bytes;
      return;
    }
  }
  Steps.push_back(Each);
}

Result<Done> Abbreviations::readOne(Cursor &In, uint64_t Number, unsigned AddressBytes) {
  constexpr uint64_t MostNumbers = 1 << 20; // compilers count from 1
  if (Number >= MostNumbers)
    return makeError("the abbreviation ", Number, " is out of range");
  if (Number >= All.size()) {
    All.resize(Number + 1);
    Ranges.resize(Number + 1);
  }
  Abbreviation &New = All[Number];
  New.What = Tag(In.unsignedNumber());
  New.For = roleOf(New.What);
  New.HasChildren = In.byte();
  size_t First = Steps.size();
  bool HasSibling = false;
  while (!In.isBad()) {
    uint64_t What = In.unsignedNumber(), Form = In.unsignedNumber();
    int64_t Implicit = Form == FormImplicitConst ? In.signedNumber() : 0;
    if (!What && !Form)
      break;
    HasSibling |= What == AtSibling && Form == FormRef4;
    add(New, First, {uint16_t(What), uint16_t(Form), 0, Implicit}, AddressBytes);
  }
  if (New.For == Role::Skippable && !HasSibling)
    New.For = Role::None;
  Ranges[Number] = {First, Steps.size()};
  New.Fixed = fixedLayout(New.What, std::span(Steps).subspan(First));
  New.IsFixedPart = New.Fixed.IsOne && New.For == Role::Part && !New.HasChildren;
  return Done();
}

Result<Done> Abbreviations::read(ByteView Section, std::endian Order, uint64_t Offset, unsigned AddressBytes) {
  All.assign(1, {});
  Ranges.assign(1, {});
  Steps.clear();
  Cursor In(Section, Order, Offset);
  while (uint64_t Number = In.unsignedNumber())
    if (Result<Done> R = readOne(In, Number, AddressBytes); !R)
      return R;
  if (In.isBad() || Offset >= Section.size())
    return Error{"an abbreviation table is truncated"};
  for (size_t Number = 1; Number < All.size(); ++Number)
    All[Number].Steps = std::span(Steps).subspan(Ranges[Number].first, Ranges[Number].second - Ranges[Number].first);
  return Done();
}

} // namespace bpf::btf::dwarf
