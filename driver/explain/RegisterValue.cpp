// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The formats are those of print_reg_state() in kernel/bpf/log.c, and before 6.5 of print_verifier_state() in
// verifier.c.
#include "driver/explain/RegisterValue.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// The name before brackets and offsets, without the marks of precision that some kernels put before it.
static StringRef nameIn(StringRef Text) {
  return Text.take_while([](char C) { return isAlnum(C) || C == '_'; });
}

static std::optional<int64_t> integer(StringRef Text) {
  int64_t Signed;
  uint64_t Unsigned;
  if (!Text.consumeInteger(0, Signed))
    return Signed;
  if (!Text.consumeInteger(0, Unsigned))
    return int64_t(Unsigned);
  return std::nullopt;
}

StringRef RegisterValue::kind() const {
  StringRef Name = nameIn(Text);
  bool IsNumber = !Text.empty() && (isDigit(Text.front()) || Text.front() == '-');
  if (IsNumber || Name.starts_with("inv") || Name.starts_with("Pscalar"))
    return "scalar";
  return Name.starts_with("fp") ? "fp" : Name;
}

std::optional<int64_t> RegisterValue::constant() const {
  StringRef Number = Text;
  if (!Number.consume_front("invP"))
    Number.consume_front("inv");
  return isScalar() && !Number.empty() && (isDigit(Number.front()) || Number.front() == '-') ? integer(Number)
                                                                                             : std::nullopt;
}

StringRef RegisterValue::field(StringRef Name) const {
  StringRef Rest = Text.split('(').second;
  while (!Rest.empty()) {
    auto [Own, After] = Rest.split('=');
    // "smin=umin=5" says the same of both.
    bool IsOwn = Own.ltrim(" ,") == Name;
    StringRef Value = After;
    while (nameIn(Value).size() < Value.size() && Value[nameIn(Value).size()] == '=' && isAlpha(Value.front())) {
      IsOwn |= nameIn(Value) == Name;
      Value = Value.drop_front(nameIn(Value).size() + 1);
    }
    int Depth = 0;
    StringRef Taken = Value.take_while([&](char C) {
      Depth += (C == '(') - (C == ')');
      return (C != ',' || Depth > 0) && Depth >= 0;
    });
    if (IsOwn)
      return Taken;
    Rest = Value.drop_front(Taken.size()).ltrim(",");
  }
  return "";
}

std::optional<int64_t> RegisterValue::number(StringRef Name) const { return integer(field(Name)); }

int64_t RegisterValue::offset() const {
  if (kind() == "fp")
    return integer(Text.drop_front(2)).value_or(0);
  // From 7.3 on the log says imm.
  return number("off").value_or(number("imm").value_or(0));
}

/// Kernels before 6.1 write smin_value.
static StringRef bound(const RegisterValue &V, StringRef Name) {
  StringRef Now = V.field(Name);
  return Now.empty() ? V.field((Name + "_value").str()) : Now;
}

std::optional<int64_t> RegisterValue::signedMinimum() const {
  if (std::optional<int64_t> Number = constant())
    return Number;
  std::optional<int64_t> Least = integer(bound(*this, "smin"));
  if (Least)
    return Least;
  // The log leaves out what follows from the rest.
  std::optional<uint64_t> Most = unsignedMaximum();
  return Most && *Most <= uint64_t(INT64_MAX) ? std::optional<int64_t>(0) : std::nullopt;
}

std::optional<uint64_t> RegisterValue::unsignedMaximum() const {
  if (std::optional<int64_t> Number = constant())
    return uint64_t(*Number);
  if (std::optional<int64_t> Most = integer(bound(*this, "umax")))
    return uint64_t(*Most);
  std::optional<int64_t> Least = integer(bound(*this, "smin")), Most = integer(bound(*this, "smax"));
  return Least && Most && *Least >= 0 ? std::optional<uint64_t>(*Most) : std::nullopt;
}

StringRef RegisterValue::structName() const {
  StringRef Kind = kind();
  for (StringRef Mark : {"ptr_or_null_", "ptr_"})
    // "trusted_ptr_task_struct", but not "dynptr_ptr".
    if (size_t At = Kind.find(Mark); At != StringRef::npos && (At == 0 || Kind[At - 1] == '_'))
      return Kind.drop_front(At + Mark.size());
  return "";
}

std::string RegisterValue::words() const {
  StringRef Kind = kind();
  if (std::optional<int64_t> Number = constant())
    return formatv("the number {0}", *Number);
  if (StringRef Struct = structName(); !Struct.empty())
    return formatv("a{0} pointer to struct {1}{2}", Kind.contains("untrusted") ? "n untrusted" : "", Struct,
                   mayBeNull() ? " or NULL" : "");
  StringRef Plain = Kind;
  Plain.consume_back("_or_null");
  StringRef Map = field("map");
  std::string OfMap = Map.empty() ? "a map" : formatv("map '{0}'", Map).str();
  std::string Words = StringSwitch<std::string>(Plain)
                          .Case("scalar", "a number")
                          .Case("map_value", "a pointer to a value of " + OfMap)
                          .Case("map_key", "a pointer to a key of " + OfMap)
                          .Case("map_ptr", OfMap)
                          .Case("pkt", "a pointer to the packet")
                          .Case("pkt_meta", "a pointer to the packet's metadata")
                          .Case("pkt_end", "the end of the packet")
                          .Case("ctx", "the context")
                          .Case("fp", "a pointer to the stack")
                          .Case("ringbuf_mem", "a record of a ring buffer")
                          .Case("mem", "a pointer to memory of known size")
                          .Case("rdonly_mem", "a pointer to memory that may only be read")
                          .Case("rdonly_untrusted_mem", "a pointer to memory that may only be read")
                          .Case("sock", "a pointer to a socket")
                          .Case("sock_common", "a pointer to a socket")
                          .Case("tcp_sock", "a pointer to a TCP socket")
                          .Cases({"dynptr_ptr", "const_dynptr_ptr"}, "a pointer to a dynptr")
                          .Case("func", "a function of the program")
                          .Case("buf", "a pointer to a buffer")
                          .Case("rdonly_buf", "a pointer to a buffer that may only be read")
                          .Default(("a value of the kind '" + Plain + "'").str());
  return Words + (mayBeNull() ? " or NULL" : "");
}

} // namespace bpf
