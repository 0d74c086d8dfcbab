// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// DWARF 5, sections 2.5, 2.6 and 7.7.1, and GNU's names for what became standard there.
#include "btf/dwarf/Expressions.h"
#include "btf/dwarf/Constants.h"

namespace bpf::btf::dwarf {

namespace {

constexpr unsigned RegisterCount = 32;

struct Step {
  uint8_t What = 0;
  ByteView Block; ///< of an entry value
};

class Reader {
public:
  Reader(ByteView Bytes, std::endian Order, unsigned AddressBytes)
      : Bytes(Bytes), In(Bytes, Order), AddressBytes(AddressBytes) {}

  bool isAtEnd() const { return In.isAtEnd(); }
  bool isBad() const { return In.isBad() || IsUnknown; }
  Step next() {
    Step S{In.byte(), {}};
    operands(S);
    return S;
  }

private:
  void operands(Step &S);
  void block(uint64_t Length) { In.skip(Length); }
  void numbers(unsigned Count) {
    while (Count--)
      In.unsignedNumber();
  }

  ByteView Bytes;
  Cursor In;
  unsigned AddressBytes;
  bool IsUnknown = false;
};

} // namespace

static bool isRegister(uint8_t What) { return What >= OperationRegister0 && What < OperationRegister0 + RegisterCount; }
static bool isBased(uint8_t What) {
  return What >= OperationBasedRegister0 && What < OperationBasedRegister0 + RegisterCount;
}

/// Passes over what follows the operation.
void Reader::operands(Step &S) {
  switch (S.What) {
  case 0x03: // addr
    return In.skip(AddressBytes);
  case 0x08: // const1u, const1s, pick, deref_size, xderef_size
  case 0x09:
  case 0x15:
  case 0x94:
  case 0x95:
    return In.skip(1);
  case 0x0a: // const2u, const2s, bra, skip, call2
  case 0x0b:
  case 0x28:
  case 0x2f:
  case 0x98:
    return In.skip(2);
  case 0x0c: // const4u, const4s, call4, call_ref, GNU_parameter_ref, GNU_variable_value
  case 0x0d:
  case 0x99:
  case 0x9a:
  case 0xfa:
  case 0xfd:
    return In.skip(4);
  case 0x0e: // const8u, const8s
  case 0x0f:
    return In.skip(8);
  case 0x10: // constu, consts, plus_uconst, regx, fbreg, piece, addrx, constx, convert, reinterpret
  case 0x11:
  case 0x23:
  case 0x90:
  case 0x91:
  case 0x93:
  case 0xa1:
  case 0xa2:
  case 0xa8:
  case 0xa9:
  case 0xf7:
  case 0xf9:
  case 0xfb:
  case 0xfc:
    return numbers(1);
  case 0x92: // bregx, bit_piece, regval_type
  case 0x9d:
  case 0xa5:
  case 0xf5:
    return numbers(2);
  case 0x9e: // implicit_value
    return block(In.unsignedNumber());
  case 0xa0: // implicit_pointer
  case 0xf2:
    In.skip(4);
    return numbers(1);
  case OperationEntryValue:
  case OperationGnuEntryValue: {
    uint64_t Length = In.unsignedNumber();
    size_t Begin = In.offset();
    In.skip(Length);
    if (!In.isBad())
      S.Block = Bytes.subspan(Begin, Length);
    return;
  }
  case 0xa4: // const_type
  case 0xf4:
    numbers(1);
    return block(In.byte());
  case 0xa6: // deref_type, xderef_type
  case 0xa7:
  case 0xf6:
    In.skip(1);
    return numbers(1);
  default:
    if (isBased(S.What))
      return numbers(1);
    // Those without operands: of the stack, of arithmetic, literals, registers, object addresses, stack_value.
    IsUnknown |= S.What < 0x06 || (S.What > 0x9f && S.What != 0xf0);
  }
}

/// The register of an expression that is nothing else.
static Register onlyRegister(ByteView Bytes) {
  bool IsOne = Bytes.size() == 1 && isRegister(Bytes[0]);
  return IsOne ? Register(uint8_t(Bytes[0]) - OperationRegister0) : std::nullopt;
}

Expression readExpression(ByteView Bytes, std::endian Order, unsigned AddressBytes) {
  Reader In(Bytes, Order, AddressBytes);
  Expression Read;
  Step First;
  bool EndsAsValue = false, IsValue = false;
  for (; !In.isAtEnd() && !In.isBad(); ++Read.Operations) {
    Step Each = In.next();
    if (!Read.Operations)
      First = Each;
    EndsAsValue = Each.What == OperationStackValue;
    IsValue |= EndsAsValue && Read.Operations;
    if (isRegister(Each.What) && !Read.Any)
      Read.Any = Each.What - OperationRegister0;
  }
  if (In.isBad())
    return {};
  if (Read.Operations == 2 && EndsAsValue)
    Read.Operations = 1;
  Register &Into = Read.Operations == 1 ? Read.Whole : Read.First;
  if (isRegister(First.What))
    Into = First.What - OperationRegister0;
  else if (isBased(First.What) && IsValue)
    Into = First.What - OperationBasedRegister0;
  else if (First.What == OperationEntryValue || First.What == OperationGnuEntryValue)
    Read.AtEntry = Read.Operations == 1 ? onlyRegister(First.Block) : std::nullopt;
  return Read;
}

} // namespace bpf::btf::dwarf
