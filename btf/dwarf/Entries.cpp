// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One walk over the unit. Who has children is put on a stack; parts are chained to their parents there.
#include "btf/dwarf/Entries.h"
#include <algorithm>

namespace bpf::btf::dwarf {

Index Entries::addEntry(const Abbreviation &Kind, const Values &V, uint32_t Offset) {
  Marks[Offset / 64] |= uint64_t(1) << Offset % 64;
  Entry &New = All.emplace_back();
  New.Name = V.Name;
  New.Offset = Offset;
  New.Of = V.Of;
  New.Origin = V.Origin;
  New.Size = V.Size;
  New.What = Kind.What;
  New.Encoding = V.Encoding;
  New.IsDeclaration = V.IsDeclaration;
  New.IsExternal = V.IsExternal;
  if (Kind.What == TagSubprogram && !V.IsDeclaration)
    Functions.push_back({Index(All.size() - 1), V.Address, V.HasAddress, V.IsInline, V.Encoding == ConventionNoCall});
  return All.size() - 1;
}

/// Where DWARF before version 4 counts a bit-field from the most significant bit of its storage.
static uint64_t bitsFromStorage(uint64_t Storage, uint32_t StorageBytes, uint32_t BitOffset, uint32_t BitSize,
                                std::endian Order) {
  return Storage + (Order == std::endian::big ? BitOffset : StorageBytes * 8 - BitOffset - BitSize);
}

/// Makes the last part one of that entry.
inline Index Entries::chain(Entry &Of) {
  Index Number = Parts.size() - 1;
  (Of.FirstPart == NoIndex ? Of.FirstPart : Parts[Of.LastPart].Next) = Number;
  return Of.LastPart = Number;
}

Index Entries::addPart(const Abbreviation &Kind, const Values &V, uint32_t Offset) {
  Open Parent = Parents.back();
  bool IsAnnotation = Kind.What == TagLlvmAnnotation;
  if (Parent.For != Role::Type && !IsAnnotation)
    return NoIndex;
  Part &New = Parts.emplace_back();
  Index Number = Parts.size() - 1;
  New.Name = V.Name;
  New.Of = V.Of;
  New.What = Kind.What;
  New.BitSize = V.BitSize;
  New.IsNegative = V.IsNegative;
  New.Value = Kind.What == TagEnumerator     ? V.Constant
              : Kind.What == TagSubrangeType ? V.Count
              : V.HasBitOffset               ? bitsFromStorage(V.Bits, V.Size, V.BitOffset, V.BitSize, From.Order)
                                             : V.Bits;
  if (Kind.What == TagFormalParameter) {
    New.Value = reinterpret_cast<uintptr_t>(V.Text);
    New.Original = V.Origin ? V.Origin : Offset;
  }
  HasAnnotations |= IsAnnotation;
  if (IsAnnotation)
    New.Value = reinterpret_cast<uintptr_t>(V.Text);
  if (IsAnnotation && Parent.For != Role::Type) {
    Index &First = Parent.For == Role::Part ? Parts[Parent.At].Annotations : Variables[Parent.At].Annotations;
    New.Next = First;
    First = Number;
    return Number;
  }
  Entry &Of = All[Parent.At];
  Of.HasBitFields |= V.BitSize != 0;
  return chain(Of);
}

Index Entries::addVariable(const Values &V, uint32_t Offset) {
  // What has no name of its own completes one that has.
  if (!V.Name && !V.Origin)
    return NoIndex;
  Variables.push_back({V.Name, V.Address, Offset, V.Of, V.Origin, V.HasAddress, V.IsExternal, V.IsArtificial, NoIndex});
  return Variables.size() - 1;
}

const Subprogram *Entries::function(Index At) const {
  auto Found = std::lower_bound(Functions.begin(), Functions.end(), At,
                                [](const Subprogram &Each, Index Wanted) { return Each.At < Wanted; });
  return Found != Functions.end() && Found->At == At ? &*Found : nullptr;
}

/// False for what no type can need: variables of functions, and parts of what is no type of its own.
bool Entries::isOfInterest(const Abbreviation &Kind) const {
  switch (Kind.For) {
  case Role::None:
    return false;
  case Role::Variable:
    return Parents.size() <= 1;
  case Role::Part:
    return !Parents.empty() && Parents.back().At != NoIndex;
  default:
    return true;
  }
}

Result<Done> Entries::readEntry(Cursor &In) {
  uint32_t Offset = In.offset();
  uint64_t Number = In.unsignedNumber();
  if (!Number) {
    if (!Parents.empty())
      Parents.pop_back();
    return Done();
  }
  const Abbreviation &Kind = Kinds[Number];
  if (Kind.What == Tag(0))
    return makeError("an entry has the abbreviation ", Number, ", which does not exist");
  // Most entries are of what code does.
  if (!isOfInterest(Kind)) {
    Reader.skip(In, Kind);
    if (Kind.HasChildren)
      Parents.push_back({Role::None, NoIndex});
    return Reader.problem() ? Result<Done>(*Reader.problem()) : Done();
  }
  Values V = Reader.read(In, Kind);
  if (Reader.problem())
    return *Reader.problem();
  Open New = {Kind.For, NoIndex};
  switch (Kind.For) {
  case Role::Type:
    New.At = addEntry(Kind, V, Offset);
    break;
  case Role::Part:
    New.At = addPart(Kind, V, Offset);
    break;
  case Role::Variable:
    New.At = addVariable(V, Offset);
    break;
  case Role::Skippable:
    if (Kind.HasChildren && V.Sibling > In.offset()) {
      In.seek(V.Sibling);
      return Done();
    }
    break;
  case Role::Unsupported:
    return Error{"a unit imports another one (dwz), which is not supported"};
  case Role::Unit:
  case Role::None:
    break;
  }
  if (Kind.HasChildren)
    Parents.push_back(New);
  return Done();
}

/// The members of a structure, one after the other, up to what does not lie as they do.
void Entries::readFixedParts(Cursor &In) {
  if (Parents.empty() || Parents.back().For != Role::Type)
    return;
  Entry &Of = All[Parents.back().At];
  for (Cursor Ahead = In;; In = Ahead) {
    uint32_t Offset = Ahead.offset();
    const Abbreviation &Kind = Kinds[Ahead.unsignedNumber()];
    FixedValues V;
    if (!Kind.IsFixedPart || !readFixed(Kind.Fixed, Ahead, From.Strings, Current->Bytes, V))
      return;
    Part &New = Parts.emplace_back();
    New.Name = V.Name;
    New.Of = V.Of;
    New.What = Kind.What;
    if (Kind.What == TagFormalParameter)
      New.Original = Offset;
    else
      New.Value = V.Number * 8;
    chain(Of);
  }
}

/// The others depend on the first entry.
Result<Done> Entries::readUnitEntry(Cursor &In, bool ExcludesRust, bool &IsOmitted) {
  const Abbreviation &Kind = Kinds[In.unsignedNumber()];
  if (Kind.What != TagCompileUnit)
    return Error{"a unit is incomplete (dwz, or split debug information), which is not supported"};
  // Its own strings may precede the attribute that has the strings' base.
  size_t Begin = In.offset();
  Reader.read(In, Kind);
  In.seek(Begin);
  Values V = Reader.read(In, Kind);
  if (Reader.problem())
    return *Reader.problem();
  IsOfClang = V.Text && std::strstr(V.Text, "clang");
  IsOmitted = (ExcludesRust && V.Language == LanguageRust) || !Kind.HasChildren;
  Parents.push_back({Role::Unit, NoIndex});
  return Done();
}

void Entries::rank() {
  uint32_t Before = 0;
  for (size_t Word = 0; Word < Marks.size(); ++Word) {
    Ranks[Word] = Before;
    Before += countBits(Marks[Word]);
  }
}

Result<Done> Entries::read(const Unit &U, bool ExcludesRust) {
  All.clear();
  Parts.clear();
  Variables.clear();
  Functions.clear();
  HasAnnotations = false;
  Parents.clear();
  if (U.Abbreviations != KindsAt) {
    KindsAt = ~uint64_t(0);
    if (Result<Done> R = Kinds.read(From.Abbreviations, From.Order, U.Abbreviations, U.AddressBytes); !R)
      return R;
    KindsAt = U.Abbreviations;
  }
  Current = &U;
  Reader.startUnit(U);
  Marks.assign(U.Bytes / 64 + 1, 0);
  Ranks.resize(Marks.size());
  Cursor In(From.Info.subspan(U.Offset, U.Bytes), From.Order, U.HeaderBytes);
  bool IsOmitted = In.isAtEnd();
  if (!IsOmitted)
    if (Result<Done> R = readUnitEntry(In, ExcludesRust, IsOmitted); !R)
      return R;
  for (; !IsOmitted && !In.isAtEnd(); readFixedParts(In))
    if (Result<Done> R = readEntry(In); !R)
      return R;
  rank();
  return Done();
}

} // namespace bpf::btf::dwarf
