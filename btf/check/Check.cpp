// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether the kernel would accept the types, and everything that it would reject: the kernel itself stops at the first.
#include "btf/check/Check.h"

namespace bpf::btf {

void Findings::add(TypeId Of, Rule Broken, std::string_view Element, StringOffset Name) {
  struct Row {
    std::string_view Function, Message;
  };
  static constexpr Row Rows[] = {
#define RULE(Id, Function, Message) {Function, Message},
#include "btf/check/Rules.def"
  };
  const Row &Rule = Rows[unsigned(Broken)];
  std::string Message(Element);
  if (!Element.empty())
    Message += Name ? " '" + std::string(Types.text(Name)) + "' " : " without a name ";
  List.push_back({Of, Message + std::string(Rule.Message), Rule.Function});
}

bool isRegular(const Type &Integer) {
  IntegerEncoding As = integerEncoding(Integer);
  unsigned Bytes = As.Bits / 8;
  return As.Bits % 8 == 0 && As.BitOffset == 0 && std::has_single_bit(Bytes) && Bytes <= 16;
}

/// Of all types together.
static void checkSizes(const TypeGraph &Types, Findings &Found) {
  constexpr size_t MostTypes = 0xfffff, MostStrings = 0x1000000, MostBytes = 16 << 20;
  if (!Types.base() && Types.end() == 1)
    Found.add(0, Rule::NoTypes);
  if (Types.end() - 1 > MostTypes)
    Found.add(0, Rule::TooManyTypes);
  if (Types.Strings.block().size() > MostStrings)
    Found.add(0, Rule::TooManyStrings);
  if (encode(Types).size() > MostBytes)
    Found.add(0, Rule::TooLarge);
}

std::vector<Finding> check(const TypeGraph &Types) {
  Findings Found(Types);
  checkSizes(Types, Found);
  checkTypes(Types, Found);
  checkReferences(Types, Found);
  checkDepth(Types, Found);
  return Found.take();
}

} // namespace bpf::btf
