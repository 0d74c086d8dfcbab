// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// .BTF.ext: what belongs to the code of an object. Three parts, each a list of sections with records of one size
// (struct btf_ext_header and struct btf_ext_info_sec of libbpf, which LLVM writes for).
#include "btf/Words.h"

namespace bpf::btf {

namespace {

/// How a record lies in the file.
template <typename Record> struct Layout;

template <> struct Layout<FunctionInfo> {
  static constexpr uint32_t Bytes = 8;
  static FunctionInfo read(const WordReader &In, size_t At) { return {In.at(At), In.at(At + 4)}; }
  static void write(const FunctionInfo &R, WordWriter &Write) { Write(R.Instruction, R.Function); }
  static bool isGood(const FunctionInfo &R, const TypeGraph &Types) { return R.Function < Types.end(); }
};

template <> struct Layout<LineInfo> {
  static constexpr uint32_t Bytes = 16;
  static LineInfo read(const WordReader &In, size_t At) {
    uint32_t Place = In.at(At + 12);
    return {In.at(At), In.at(At + 4), In.at(At + 8), Place >> 10, Place & 1023};
  }
  static void write(const LineInfo &R, WordWriter &Write) {
    Write(R.Instruction, R.File, R.Text, R.Line << 10 | R.Column);
  }
  static bool isGood(const LineInfo &R, const TypeGraph &Types) {
    return R.File < Types.Strings.end() && R.Text < Types.Strings.end();
  }
};

template <> struct Layout<CoreRelocation> {
  static constexpr uint32_t Bytes = 16;
  static CoreRelocation read(const WordReader &In, size_t At) {
    return {In.at(At), In.at(At + 4), In.at(At + 8), In.at(At + 12)};
  }
  static void write(const CoreRelocation &R, WordWriter &Write) { Write(R.Instruction, R.Of, R.Access, R.What); }
  static bool isGood(const CoreRelocation &R, const TypeGraph &Types) {
    return R.Of < Types.end() && R.Access < Types.Strings.end();
  }
};

} // namespace

template <typename Record>
static Result<std::vector<OfSection<Record>>> decodePart(const WordReader &In, const TypeGraph &Types) {
  std::vector<OfSection<Record>> Sections;
  if (In.size() == 0)
    return Sections;
  // A part without a section may be just the size of its records.
  if (!In.has(0, 4) || In.at(0) != Layout<Record>::Bytes)
    return Error{"unknown record size in .BTF.ext"};
  for (size_t At = 4; At < In.size();) {
    if (!In.has(At, 8))
      return Error{".BTF.ext is truncated within a section"};
    uint32_t Count = In.at(At + 4);
    OfSection<Record> &Section = Sections.emplace_back();
    Section.Section = In.at(At);
    At += 8;
    if (Section.Section >= Types.Strings.end() || !In.has(At, uint64_t(Count) * Layout<Record>::Bytes))
      return Error{".BTF.ext is truncated within the records of a section, or has an unnamed section"};
    Section.Records.reserve(Count);
    for (uint32_t Index = 0; Index < Count; ++Index, At += Layout<Record>::Bytes) {
      Section.Records.push_back(Layout<Record>::read(In, At));
      if (!Layout<Record>::isGood(Section.Records.back(), Types))
        return Error{"a record of .BTF.ext names a type or string that does not exist"};
    }
  }
  return Sections;
}

Result<Extension> decodeExtension(ByteView Raw, const TypeGraph &Types) {
  // Before CO-RE the header had two parts.
  constexpr uint32_t Least = 24, Whole = 32;
  Result<Start> Begin = readStart(Raw, std::min<size_t>(Whole, Raw.size()));
  if (!Begin)
    Begin = readStart(Raw, Least);
  if (!Begin)
    return Begin.error();
  if (Begin->Order != Types.Order)
    return Error{"the byte order of .BTF.ext differs from that of .BTF"};
  WordReader In(Raw, Begin->Order);
  auto PartAt = [&](uint32_t Field) -> std::optional<WordReader> {
    if (Field + 8 > Begin->HeaderBytes)
      return WordReader({}, Begin->Order);
    uint64_t At = uint64_t(Begin->HeaderBytes) + In.at(Field), Length = In.at(Field + 4);
    return In.has(At, Length) ? std::optional(In.part(At, Length)) : std::nullopt;
  };
  std::optional<WordReader> Functions = PartAt(8), Lines = PartAt(16), Relocations = PartAt(24);
  if (!Functions || !Lines || !Relocations)
    return Error{".BTF.ext is truncated: its header declares more bytes than there are"};
  auto F = decodePart<FunctionInfo>(*Functions, Types);
  auto L = decodePart<LineInfo>(*Lines, Types);
  auto R = decodePart<CoreRelocation>(*Relocations, Types);
  if (!F || !L || !R)
    return !F ? F.error() : !L ? L.error() : R.error();
  return Extension{std::move(*F), std::move(*L), std::move(*R)};
}

template <typename Record> static void encodePart(const std::vector<OfSection<Record>> &Sections, WordWriter &Write) {
  if (Sections.empty())
    return;
  Write(Layout<Record>::Bytes);
  for (const OfSection<Record> &Section : Sections) {
    Write(Section.Section, Section.Records.size());
    for (const Record &Each : Section.Records)
      Layout<Record>::write(Each, Write);
  }
}

Bytes encodeExtension(const Extension &Code, std::endian Order) {
  constexpr uint32_t HeaderBytes = 32;
  Bytes Body;
  WordWriter WriteBody(Body, Order);
  encodePart(Code.Functions, WriteBody);
  size_t Functions = Body.size();
  encodePart(Code.Lines, WriteBody);
  size_t Lines = Body.size();
  encodePart(Code.Relocations, WriteBody);
  Bytes Raw;
  WordWriter Write(Raw, Order);
  Write.half(Magic);
  Raw.push_back(1); // version
  Raw.push_back(0); // flags
  Write(HeaderBytes, 0, Functions, Functions, Lines - Functions, Lines, Body.size() - Lines);
  Raw.insert(Raw.end(), Body.begin(), Body.end());
  return Raw;
}

} // namespace bpf::btf
