// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The steps have been joined: unneeded attributes are a number of bytes, unless their length depends on their contents.
#include "btf/dwarf/FixedLayout.h"
#include "btf/dwarf/Abbreviations.h"

namespace bpf::btf::dwarf {

static bool hasOneNumber(Tag What) {
  switch (What) {
  case TagMember:
  case TagFormalParameter:
  case TagPointerType:
  case TagConstType:
  case TagVolatileType:
  case TagTypedef:
  case TagStructureType:
  case TagUnionType:
  case TagSubroutineType:
  case TagArrayType:
    return true;
  default:
    return false;
  }
}

/// False where that value has to be read by those who know all forms.
static bool place(FixedLayout &In, const Step &S) {
  auto PlaceAt = [&](uint16_t &Place, unsigned Bytes) {
    Place = In.Bytes;
    In.Bytes += Bytes;
    return true;
  };
  switch (S.What) {
  case 0:
    In.Bytes += S.Bytes;
    return S.Form == 0 && S.Bytes < 1 << 10;
  case AtName:
    return S.Form == FormStrp && PlaceAt(In.NameAt, sizeof(uint32_t));
  case AtType:
    return S.Form == FormRef4 && PlaceAt(In.OfAt, sizeof(uint32_t));
  case AtByteSize:
  case AtDataMemberLocation:
    In.Number = S.Form == FormImplicitConst ? S.Implicit : 0;
    In.NumberBytes = S.Form == FormData1 ? 1 : S.Form == FormData2 ? 2 : 0;
    return S.Form == FormImplicitConst || (In.NumberBytes && PlaceAt(In.NumberAt, In.NumberBytes));
  default:
    return false;
  }
}

FixedLayout fixedLayout(Tag What, std::span<const Step> Steps) {
  constexpr size_t MostSteps = 16; // so that the places cannot overflow
  FixedLayout Layout;
  Layout.IsOne = hasOneNumber(What) && Steps.size() <= MostSteps;
  for (const Step &S : Steps)
    Layout.IsOne = Layout.IsOne && place(Layout, S);
  return Layout;
}

} // namespace bpf::btf::dwarf
