// Only attributes that a type can need are read; which those are is decided by the tag.
#include "btf/dwarf/Abbreviations.h"

namespace bpf::btf::dwarf {

std::optional<unsigned> fixedBytes(uint16_t F, unsigned AddressBytes) {
  switch (F) {
  case FormAddr:
    return AddressBytes;
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

static Role roleOf(uint64_t What, bool HasSibling) {
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
    return Role::Refused;
  case TagInlinedSubroutine:
  case TagCallSite:
  case TagGnuCallSite:
    return HasSibling ? Role::Skippable : Role::None;
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

Result<Done> Abbreviations::readOne(Cursor &In, uint64_t Number, unsigned AddressBytes) {
  constexpr uint64_t MostNumbers = 1 << 20; // compilers count from 1
  if (Number >= MostNumbers)
    return makeError("the abbreviation ", Number, " is out of reach");
  if (Number >= All.size()) {
    All.resize(Number + 1);
    Ranges.resize(Number + 1);
  }
  Abbreviation &New = All[Number];
  New.What = Tag(In.unsignedNumber());
  New.HasChildren = In.byte();
  size_t First = Steps.size();
  while (!In.isBad()) {
    uint64_t What = In.unsignedNumber(), How = In.unsignedNumber();
    int64_t Implicit = How == FormImplicitConst ? In.signedNumber() : 0;
    if (!What && !How)
      break;
    Steps.push_back({uint16_t(What), uint16_t(How), 0, Implicit});
  }
  bool HasSibling = false;
  for (const Step &Each : std::span(Steps).subspan(First))
    HasSibling |= Each.What == AtSibling && Each.How == FormRef4;
  New.For = roleOf(New.What, HasSibling);
  size_t Last = First;
  for (size_t From = First; From < Steps.size(); ++From) {
    Step Each = Steps[From];
    if (!isWanted(New.For, New.What, Each.What)) {
      std::optional<unsigned> Bytes = fixedBytes(Each.How, AddressBytes);
      Each = Bytes ? Step{0, 0, *Bytes, 0} : Step{0, Each.How, 0, 0};
      if (Bytes && Last > First && Steps[Last - 1].How == 0)
        Steps[Last - 1].Bytes += std::exchange(*Bytes, 0);
      if (Bytes && !*Bytes)
        continue;
    }
    Steps[Last++] = Each;
  }
  Steps.resize(Last);
  Ranges[Number] = {First, Last};
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
    return Error{"a table of abbreviations is cut off"};
  for (size_t Number = 1; Number < All.size(); ++Number)
    All[Number].Steps = std::span(Steps).subspan(Ranges[Number].first, Ranges[Number].second - Ranges[Number].first);
  return Done();
}

} // namespace bpf::btf::dwarf
