// From the bytes of .BTF to a TypeGraph. Bytes come from anywhere: nothing is read before it is known to be there.
#include "btf/Nesting.h"
#include "btf/References.h"
#include "btf/Words.h"

namespace bpf::btf {

Result<Start> readStart(ByteView Raw, uint32_t Least) {
  WordReader Native(Raw, std::endian::native);
  if (!Native.has(0, 8))
    return Error{"it ends within its header"};
  uint16_t First;
  std::memcpy(&First, Raw.data(), sizeof(First));
  std::endian Order = std::endian::native;
  if (First == __builtin_bswap16(Magic))
    Order = Order == std::endian::little ? std::endian::big : std::endian::little;
  else if (First != Magic)
    return Error{"it does not begin as BTF does"};
  if (Raw[2] != 1)
    return makeError("its version is ", uint8_t(Raw[2]), ", and only 1 is known");
  if (Raw[3] != 0)
    return Error{"its header has flags that are not known"};
  uint32_t Length = WordReader(Raw, Order).at(4);
  if (Length < Least || !Native.has(0, Length))
    return makeError("the length of its header is wrong: ", Length);
  for (uint32_t Byte = Least; Byte < Length; ++Byte)
    if (Raw[Byte])
      return Error{"its header says more than is known: it is of a newer format"};
  return Start{Order, Length};
}

namespace {

class Decoder {
public:
  Decoder(WordReader In, TypeGraph &Types) : In(In), Types(Types) {}
  Result<Done> run();

private:
  Result<Done> decodeType();
  Result<Done> checkReferences() const;
  Error wrong(std::string_view What) const;
  bool isName(StringOffset Offset) const { return Offset < Types.Strings.end(); }

  template <typename Element, typename Read> Result<Done> elements(Type T, unsigned Count, size_t Each, Read Decode);

  WordReader In;
  TypeGraph &Types;
  size_t At = 0;
};

} // namespace

Error Decoder::wrong(std::string_view What) const { return makeError("type ", Types.end(), " is damaged: ", What); }

/// Reads Count elements of \p Each bytes with Decode(offset); all of them begin with a name or a type.
template <typename Element, typename Read>
Result<Done> Decoder::elements(Type T, unsigned Count, size_t Each, Read Decode) {
  if (!In.has(At, Count * Each))
    return wrong("it ends within its elements");
  std::vector<Element> Elements;
  Elements.reserve(Count);
  for (unsigned Index = 0; Index < Count; ++Index, At += Each)
    Elements.push_back(Decode(At));
  if constexpr (requires(Element E) { E.Name; })
    for (const Element &One : Elements)
      if (!isName(One.Name))
        return wrong("the name of an element is outside of the strings");
  Types.add(T, std::span<const Element>(Elements));
  return Done();
}

/// The shape of each kind, from Kinds.def.
enum class Shape { Neither, Size, Target };
static Shape shapeOf(Kind K) {
  static constexpr Shape Shapes[] = {
#define KIND(Id, Number, Word, Of) Shape::Of,
#include "btf/Kinds.def"
  };
  return Shapes[unsigned(K)];
}

Result<Done> Decoder::decodeType() {
  constexpr uint32_t KnownBits = 0x9f00ffff;
  if (!In.has(At, 12))
    return wrong("it ends within its first words");
  uint32_t Word = In.at(At + 4), Third = In.at(At + 8), Count = Word & 0xffff;
  Type T;
  T.Name = In.at(At);
  T.What = Kind(Word >> 24 & 31);
  T.Flag = Word >> 31;
  At += 12;
  if (Word & ~KnownBits || T.What == Kind::Void || T.What > Kind::Enum64)
    return wrong("its kind is not known");
  if (!isName(T.Name))
    return wrong("its name is outside of the strings");
  (shapeOf(T.What) == Shape::Size ? T.Size : T.Target) = Third;
  if (shapeOf(T.What) == Shape::Neither && Third)
    return wrong("it has a size, and none of its kind has one");
  auto word = [&](size_t Offset) { return In.at(Offset); };
  switch (T.What) {
  case Kind::Struct:
  case Kind::Union:
    return elements<Member>(T, Count, 12, [&](size_t O) {
      uint32_t Offset = word(O + 8);
      return T.Flag ? Member{word(O), word(O + 4), Offset & 0xffffff, Offset >> 24}
                    : Member{word(O), word(O + 4), Offset, 0};
    });
  case Kind::Enum:
    return elements<Enumerator>(T, Count, 8, [&](size_t O) {
      return Enumerator{word(O), T.Flag ? uint64_t(int64_t(int32_t(word(O + 4)))) : word(O + 4)};
    });
  case Kind::Enum64:
    return elements<Enumerator>(
        T, Count, 12, [&](size_t O) { return Enumerator{word(O), uint64_t(word(O + 8)) << 32 | word(O + 4)}; });
  case Kind::FunctionPrototype:
    return elements<Parameter>(T, Count, 8, [&](size_t O) { return Parameter{word(O), word(O + 4)}; });
  case Kind::DataSection:
    return elements<SectionVariable>(T, Count, 12,
                                     [&](size_t O) { return SectionVariable{word(O), word(O + 4), word(O + 8)}; });
  case Kind::Function:
    T.Detail = Count;
    Types.add(T);
    return Done();
  default:
    break;
  }
  if (Count)
    return wrong("it has elements, and none of its kind has any");
  if (T.What == Kind::Array) {
    if (!In.has(At, 12))
      return wrong("it ends within its words");
    Types.add(T, Array{word(At), word(At + 4), word(At + 8)});
    At += 12;
    return Done();
  }
  if (T.What == Kind::Int || T.What == Kind::Variable || T.What == Kind::DeclTag) {
    if (!In.has(At, 4))
      return wrong("it ends within its words");
    T.Detail = word(At);
    At += 4;
  }
  Types.add(T);
  return Done();
}

/// Functions, variables and sections are no types of anything: sections consist of the first two, and tags mark them.
static bool mayReferTo(Kind From, Kind To) {
  if (To == Kind::DataSection || To == Kind::DeclTag)
    return false;
  bool IsSymbol = To == Kind::Variable || To == Kind::Function;
  return From == Kind::DataSection ? IsSymbol : !IsSymbol || From == Kind::DeclTag;
}

Result<Done> Decoder::checkReferences() const {
  for (TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id) {
    TypeId Missing = 0;
    std::optional<TypeId> Unfit;
    eachReference(Types, Id, [&](TypeId To) {
      if (To >= Types.end())
        Missing = To;
      else if (!mayReferTo(Types[Id].What, Types[To].What))
        Unfit = To;
    });
    if (Missing)
      return makeError("type ", Id, " is damaged: it refers to type ", Missing, ", which there is not");
    if (Unfit)
      return makeError("type ", Id, " is damaged: ", word(Types[Id].What), " cannot refer to ",
                       word(Types[*Unfit].What));
  }
  return Done();
}

Result<Done> Decoder::run() {
  while (At < In.size())
    if (Result<Done> R = decodeType(); !R)
      return R;
  if (Result<Done> R = checkReferences(); !R)
    return R;
  return checkNesting(Types);
}

Result<TypeGraph> decode(ByteView Raw, std::shared_ptr<const TypeGraph> Base) {
  constexpr uint32_t HeaderBytes = 24;
  Result<Start> Begin = readStart(Raw, HeaderBytes);
  if (!Begin)
    return Begin.error();
  WordReader Header(Raw, Begin->Order);
  uint64_t TypesAt = uint64_t(Begin->HeaderBytes) + Header.at(8), TypeBytes = Header.at(12);
  uint64_t StringsAt = uint64_t(Begin->HeaderBytes) + Header.at(16), StringBytes = Header.at(20);
  if (!Header.has(TypesAt, TypeBytes) || !Header.has(StringsAt, StringBytes))
    return Error{"it is cut off: its header speaks of more bytes than there are"};
  std::string Block(Raw.data() + StringsAt, StringBytes);
  if ((Block.empty() && !Base) || (!Block.empty() && Block.back()) || (!Base && Block.front()))
    return Error{"its strings do not begin and end with a zero byte"};
  TypeGraph Types(Base);
  if (Base && Base->Order != Begin->Order)
    return Error{"it has not the byte order of its base"};
  Types.Order = Begin->Order;
  Types.Strings = StringTable(std::move(Block), Base ? &Base->Strings : nullptr);
  if (Result<Done> R = Decoder(Header.part(TypesAt, TypeBytes), Types).run(); !R)
    return R.error();
  return Types;
}

} // namespace bpf::btf
