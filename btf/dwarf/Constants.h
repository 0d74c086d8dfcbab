// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The numbers of DWARF that types are made of (DWARF 5, section 7; and what LLVM and GNU added).
#ifndef BPFTOOLCHAIN_BTF_DWARF_CONSTANTS_H
#define BPFTOOLCHAIN_BTF_DWARF_CONSTANTS_H

#include <cstdint>

namespace bpf::btf::dwarf {

enum Tag : uint16_t {
  TagArrayType = 0x01,
  TagClassType = 0x02,
  TagEnumerationType = 0x04,
  TagFormalParameter = 0x05,
  TagMember = 0x0d,
  TagPointerType = 0x0f,
  TagReferenceType = 0x10,
  TagCompileUnit = 0x11,
  TagStructureType = 0x13,
  TagSubroutineType = 0x15,
  TagTypedef = 0x16,
  TagUnionType = 0x17,
  TagUnspecifiedParameters = 0x18,
  TagInheritance = 0x1c,
  TagInlinedSubroutine = 0x1d,
  TagSubrangeType = 0x21,
  TagBaseType = 0x24,
  TagConstType = 0x26,
  TagEnumerator = 0x28,
  TagSubprogram = 0x2e,
  TagVariable = 0x34,
  TagVolatileType = 0x35,
  TagRestrictType = 0x37,
  TagUnspecifiedType = 0x3b,
  TagPartialUnit = 0x3c,
  TagImportedUnit = 0x3d,
  TagRvalueReferenceType = 0x42,
  TagAtomicType = 0x47,
  TagCallSite = 0x48,
  TagSkeletonUnit = 0x4a,
  TagGnuCallSite = 0x4109,
  TagLlvmAnnotation = 0x6000,
};

enum Attribute : uint16_t {
  AtSibling = 0x01,
  AtLocation = 0x02,
  AtName = 0x03,
  AtByteSize = 0x0b,
  AtBitOffset = 0x0c,
  AtBitSize = 0x0d,
  AtLowPc = 0x11,
  AtLanguage = 0x13,
  AtConstValue = 0x1c,
  AtInline = 0x20,
  AtProducer = 0x25,
  AtUpperBound = 0x2f,
  AtAbstractOrigin = 0x31,
  AtArtificial = 0x34,
  AtCallingConvention = 0x36,
  AtCount = 0x37,
  AtDataMemberLocation = 0x38,
  AtDeclaration = 0x3c,
  AtEncoding = 0x3e,
  AtExternal = 0x3f,
  AtSpecification = 0x47,
  AtType = 0x49,
  AtDataBitOffset = 0x6b,
  AtStrOffsetsBase = 0x72,
  AtAddrBase = 0x73,
  AtDwoName = 0x76,
  AtLoclistsBase = 0x8c,
  AtGnuDwoName = 0x2130,
};

enum Form : uint16_t {
  FormAddr = 0x01,
  FormBlock2 = 0x03,
  FormBlock4 = 0x04,
  FormData2 = 0x05,
  FormData4 = 0x06,
  FormData8 = 0x07,
  FormString = 0x08,
  FormBlock = 0x09,
  FormBlock1 = 0x0a,
  FormData1 = 0x0b,
  FormFlag = 0x0c,
  FormSdata = 0x0d,
  FormStrp = 0x0e,
  FormUdata = 0x0f,
  FormRefAddr = 0x10,
  FormRef1 = 0x11,
  FormRef2 = 0x12,
  FormRef4 = 0x13,
  FormRef8 = 0x14,
  FormRefUdata = 0x15,
  FormIndirect = 0x16,
  FormSecOffset = 0x17,
  FormExprloc = 0x18,
  FormFlagPresent = 0x19,
  FormStrx = 0x1a,
  FormAddrx = 0x1b,
  FormRefSup4 = 0x1c,
  FormStrpSup = 0x1d,
  FormData16 = 0x1e,
  FormLineStrp = 0x1f,
  FormRefSig8 = 0x20,
  FormImplicitConst = 0x21,
  FormLoclistx = 0x22,
  FormRnglistx = 0x23,
  FormRefSup8 = 0x24,
  FormStrx1 = 0x25,
  FormStrx2 = 0x26,
  FormStrx3 = 0x27,
  FormStrx4 = 0x28,
  FormAddrx1 = 0x29,
  FormAddrx2 = 0x2a,
  FormAddrx3 = 0x2b,
  FormAddrx4 = 0x2c,
};

enum Encoding : uint8_t {
  EncodingBoolean = 0x02,
  EncodingComplexFloat = 0x03,
  EncodingFloat = 0x04,
  EncodingSigned = 0x05,
  EncodingSignedChar = 0x06,
};

enum Language : uint16_t { LanguageRust = 0x1c };

enum UnitType : uint8_t { UnitCompile = 0x01, UnitPartial = 0x03, UnitSkeleton = 0x04, UnitSplitCompile = 0x05 };

/// Those that we use.
enum Operation : uint8_t {
  OperationAddress = 0x03,
  OperationPlusConstant = 0x23,
  OperationRegister0 = 0x50,
  OperationBasedRegister0 = 0x70,
  OperationStackValue = 0x9f,
  OperationAddressIndex = 0xa1,
  OperationEntryValue = 0xa3,
  OperationGnuEntryValue = 0xf3,
};

/// What an entry of a list of locations begins with: DW_LLE_*.
enum ListEntry : uint8_t {
  ListEnd = 0x00,
  ListBaseAddressIndex = 0x01,
  ListStartIndexEndIndex = 0x02,
  ListStartIndexLength = 0x03,
  ListOffsetPair = 0x04,
  ListDefaultLocation = 0x05,
  ListBaseAddress = 0x06,
  ListStartEnd = 0x07,
  ListStartLength = 0x08,
  ListViewPair = 0x09,
};

/// LLVM: the calling convention does not follow from the type.
constexpr uint8_t ConventionNoCall = 0x03;

} // namespace bpf::btf::dwarf

#endif
