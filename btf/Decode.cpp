// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From the bytes of .BTF to a TypeGraph. Bytes come from anywhere: nothing is read before it is known to be there.
#include "btf/Nesting.h"
#include "btf/References.h"
#include "btf/Words.h"
#include <tuple>

namespace bpf::btf {

Result<Start> readStart(ByteView Raw, uint32_t Least) {
  WordReader Native(Raw, std::endian::native);
  if (!Native.has(0, 8))
    return Error{"its header is truncated"};
  uint16_t First;
  std::memcpy(&First, Raw.data(), sizeof(First));
  std::endian Order = std::endian::native;
  if (First == __builtin_bswap16(Magic))
    Order = Order == std::endian::little ? std::endian::big : std::endian::little;
  else if (First != Magic)
    return Error{"it does not start with BTF's magic number"};
  if (Raw[2] != 1)
    return makeError("its version is ", uint8_t(Raw[2]), ", but only 1 is supported");
  if (Raw[3] != 0)
    return Error{"its header has unknown flags"};
  uint32_t Length = WordReader(Raw, Order).at(4);
  if (Length < Least || !Native.has(0, Length))
    return makeError("the length of its header is wrong: ", Length);
  for (uint32_t Byte = Least; Byte < Length; ++Byte)
    if (Raw[Byte])
      return Error{"its header is that of a newer format"};
  return Start{Order, Length};
}

namespace {

class Decoder {
public:
  Decoder(WordReader In, TypeGraph &Types) : In(In), Types(Types) {}
  Result<Done> run();

private:
  void survey();
  Result<Done> decodeType();
  Result<Done> checkReferences(TypeId Id) const;
  Error wrong(std::string_view What) const;
  Error unknown(TypeId Id, std::string_view What) const;
  bool isName(StringOffset Offset) const;

  template <typename Element, typename Read> Result<Done> elements(Type T, unsigned Count, Read Decode);

  WordReader In;
  TypeGraph &Types;
  size_t At = 0;
  /// Of every type, also of those that are still to be read: references lead anywhere, and kinds alone stay in the
  /// processor's cache.
  std::vector<Kind> Kinds;
  /// What the type that is being read is made of.
  std::tuple<std::vector<Member>, std::vector<Enumerator>, std::vector<Parameter>, std::vector<SectionVariable>> Now;
};

} // namespace

Error Decoder::wrong(std::string_view What) const { return makeError("type ", Types.end(), " is damaged: ", What); }

/// A reference that leads nowhere. Split BTF has it where the base is not the one that it was made on.
Error Decoder::unknown(TypeId Id, std::string_view What) const {
  return Types.base() ? makeError("it was made on other types than its base BTF, such as another kernel's: type ", Id,
                                  " does not fit: ", What)
                      : makeError("type ", Id, " is damaged: ", What);
}

/// Split BTF names whole strings of its base: one that would begin in the middle of a string is another base's.
bool Decoder::isName(StringOffset Offset) const {
  if (Offset >= Types.Strings.end())
    return false;
  return !Offset || Offset >= Types.Strings.begin() || Types.base()->Strings.isBegin(Offset);
}

/// How many bytes an element of such a type has; 0 where it has none.
static size_t elementBytes(Kind K) {
  switch (K) {
  case Kind::Enum:
  case Kind::FunctionPrototype:
    return 8;
  case Kind::Struct:
  case Kind::Union:
  case Kind::Enum64:
  case Kind::DataSection:
    return 12;
  default:
    return 0;
  }
}

/// How many bytes follow the first words of such a type, but for elements.
static size_t moreBytes(Kind K) {
  return K == Kind::Array ? 12 : K == Kind::Int || K == Kind::Variable || K == Kind::DeclTag ? 4 : 0;
}

static constexpr size_t FirstBytes = 12;
static Kind kindIn(uint32_t Word) { return Kind(Word >> 24 & 31); }
static uint32_t countIn(uint32_t Word) { return Word & 0xffff; }

/// Looks at where each type begins. A kernel's types are ten megabytes, which would be moved, and touched anew, each
/// time that their arrays grow.
void Decoder::survey() {
  TypeGraph::Room Needed;
  for (TypeId Id = 0; Id < Types.end(); ++Id)
    Kinds.push_back(Types[Id].What);
  for (size_t Offset = 0; In.has(Offset, FirstBytes); ++Needed.Types) {
    uint32_t Word = In.at(Offset + 4);
    Kind K = kindIn(Word);
    Kinds.push_back(K);
    Needed.Arrays += K == Kind::Array;
    if (isComposite(K))
      Needed.Members += countIn(Word);
    else if (K == Kind::FunctionPrototype)
      Needed.Parameters += countIn(Word);
    Offset += FirstBytes + moreBytes(K) + countIn(Word) * elementBytes(K);
  }
  Types.reserve(Needed);
}

/// Reads Count elements with Decode(offset); all of them begin with a name or a type.
template <typename Element, typename Read> Result<Done> Decoder::elements(Type T, unsigned Count, Read Decode) {
  size_t Each = elementBytes(T.What);
  if (!In.has(At, Count * Each))
    return wrong("its elements are truncated");
  auto &Elements = std::get<std::vector<Element>>(Now);
  Elements.clear();
  for (unsigned Index = 0; Index < Count; ++Index, At += Each)
    Elements.push_back(Decode(At));
  if constexpr (requires(Element E) { E.Name; })
    for (const Element &One : Elements)
      if (!isName(One.Name))
        return unknown(Types.end(), "the name of an element is outside the string table");
  Types.add(T, std::span<const Element>(Elements));
  return Done();
}

/// The shape of each kind, from Kinds.def.
namespace {
enum class Shape { Neither, Size, Target };
} // namespace

static Shape shapeOf(Kind K) {
  static constexpr Shape Shapes[] = {
#define KIND(Id, Number, Word, Of) Shape::Of,
#include "btf/Kinds.def"
  };
  return Shapes[unsigned(K)];
}

Result<Done> Decoder::decodeType() {
  constexpr uint32_t KnownBits = 0x9f00ffff;
  if (!In.has(At, FirstBytes))
    return wrong("its header is truncated");
  uint32_t Word = In.at(At + 4), Third = In.at(At + 8), Count = countIn(Word);
  Type T;
  T.Name = In.at(At);
  T.What = kindIn(Word);
  T.Flag = Word >> 31;
  At += FirstBytes;
  if (Word & ~KnownBits || T.What == Kind::Void || T.What > Kind::Enum64)
    return wrong("unknown kind");
  if (!isName(T.Name))
    return unknown(Types.end(), "its name is outside the string table");
  (shapeOf(T.What) == Shape::Size ? T.Size : T.Target) = Third;
  if (shapeOf(T.What) == Shape::Neither && Third)
    return wrong("it has a size, which its kind does not allow");
  auto ReadWord = [&](size_t Offset) { return In.at(Offset); };
  switch (T.What) {
  case Kind::Struct:
  case Kind::Union:
    return elements<Member>(T, Count, [&](size_t O) {
      uint32_t Offset = ReadWord(O + 8);
      return T.Flag ? Member{ReadWord(O), ReadWord(O + 4), Offset & 0xffffff, Offset >> 24}
                    : Member{ReadWord(O), ReadWord(O + 4), Offset, 0};
    });
  case Kind::Enum:
    return elements<Enumerator>(T, Count, [&](size_t O) {
      return Enumerator{ReadWord(O), T.Flag ? uint64_t(int64_t(int32_t(ReadWord(O + 4)))) : ReadWord(O + 4)};
    });
  case Kind::Enum64:
    return elements<Enumerator>(
        T, Count, [&](size_t O) { return Enumerator{ReadWord(O), uint64_t(ReadWord(O + 8)) << 32 | ReadWord(O + 4)}; });
  case Kind::FunctionPrototype:
    return elements<Parameter>(T, Count, [&](size_t O) { return Parameter{ReadWord(O), ReadWord(O + 4)}; });
  case Kind::DataSection:
    return elements<SectionVariable>(
        T, Count, [&](size_t O) { return SectionVariable{ReadWord(O), ReadWord(O + 4), ReadWord(O + 8)}; });
  case Kind::Function:
    T.Detail = Count;
    Types.add(T);
    return Done();
  default:
    break;
  }
  if (Count)
    return wrong("it has elements, which its kind does not allow");
  size_t More = moreBytes(T.What);
  if (!In.has(At, More))
    return wrong("it is truncated");
  if (T.What == Kind::Array) {
    Types.add(T, Array{ReadWord(At), ReadWord(At + 4), ReadWord(At + 8)});
  } else {
    T.Detail = More ? ReadWord(At) : 0;
    Types.add(T);
  }
  At += More;
  return Done();
}

/// Functions, variables and sections are no types of anything: sections consist of the first two, and tags mark them.
static KindSet referents(Kind From) {
  KindSet Symbols = KindSet::none().with(Kind::Variable).with(Kind::Function);
  if (From == Kind::DataSection)
    return Symbols;
  KindSet AllTypes = KindSet::all().without(Kind::DataSection).without(Kind::DeclTag);
  return From == Kind::DeclTag ? AllTypes : AllTypes.without(Kind::Variable).without(Kind::Function);
}

Result<Done> Decoder::checkReferences(TypeId Id) const {
  KindSet Fit = referents(Kinds[Id]);
  std::optional<TypeId> Wrong;
  eachReference(Types, Id, [&](TypeId To) {
    if (To >= Kinds.size() || !Fit.contains(Kinds[To]))
      Wrong = To;
  });
  if (!Wrong)
    return Done();
  if (*Wrong >= Kinds.size())
    return unknown(Id, makeError("it refers to type ", *Wrong, ", which does not exist").Message);
  return unknown(Id, makeError(word(Kinds[Id]), " cannot refer to ", word(Kinds[*Wrong])).Message);
}

Result<Done> Decoder::run() {
  survey();
  while (At < In.size()) {
    if (Result<Done> R = decodeType(); !R)
      return R;
    if (Result<Done> R = checkReferences(Types.end() - 1); !R)
      return R;
  }
  return checkNesting(Types);
}

Result<TypeGraph> decode(ByteView Raw, const std::shared_ptr<const TypeGraph> &Base) {
  constexpr uint32_t HeaderBytes = 24;
  Result<Start> Begin = readStart(Raw, HeaderBytes);
  if (!Begin)
    return Begin.error();
  WordReader Header(Raw, Begin->Order);
  uint64_t TypesAt = uint64_t(Begin->HeaderBytes) + Header.at(8), TypeBytes = Header.at(12);
  uint64_t StringsAt = uint64_t(Begin->HeaderBytes) + Header.at(16), StringBytes = Header.at(20);
  if (!Header.has(TypesAt, TypeBytes) || !Header.has(StringsAt, StringBytes))
    return Error{"it is truncated: its header declares more bytes than there are"};
  std::string Block(Raw.data() + StringsAt, StringBytes);
  if ((Block.empty() && !Base) || (!Block.empty() && Block.back()) || (!Base && Block.front()))
    return Error{"its string table does not begin and end with a zero byte"};
  TypeGraph Types(Base);
  if (Base && Base->Order != Begin->Order)
    return Error{"its byte order differs from that of its base BTF"};
  Types.Order = Begin->Order;
  Types.Strings = StringTable(std::move(Block), Base ? &Base->Strings : nullptr);
  if (Result<Done> R = Decoder(Header.part(TypesAt, TypeBytes), Types).run(); !R)
    return R.error();
  return Types;
}

} // namespace bpf::btf
