// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A pointer that may be NULL: used, passed on, or computed with, without a test that ends the path where it is NULL.
#include "driver/explain/Explainers.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

static bool isOfNull(StringRef Words) {
  static const Regex Known(
      "invalid mem access '[a-z_]*or_null_?'|arithmetic on [a-z_]*or_null_? prohibited|dereference of modified "
      "[a-z_]*or_null_? ptr|type=[a-z_]*or_null_? +expected|NULL pointer passed to");
  return Known.match(Words);
}

/// Arguments of helpers are counted from 1 in the verifier's words, those of kfuncs from 0.
static std::optional<unsigned> argumentRegister(StringRef Words) {
  for (auto [Mark, First] : {std::pair<StringRef, unsigned>{"helper arg", 0}, {"trusted arg", 1}}) {
    StringRef Rest = Words.split(Mark).second;
    unsigned Number;
    if (!Rest.empty() && !Rest.consumeInteger(10, Number))
      return Number + First;
  }
  return std::nullopt;
}

/// True where the value is NULL for sure on this path: a test found it so, and the path went on.
static bool isNull(const Evidence &Seen, size_t Last, unsigned Register) {
  return Seen.Path.before(Last, Register).constant() == 0;
}

/// "if (!v)", where the name is one that can be written so.
static std::string nullTest(StringRef Name, bool IsInProgram) {
  StringRef Plain = Name;
  if (!Plain.consume_front("'") || !Plain.consume_back("'"))
    return "return first if the pointer is NULL";
  if (Plain == "NULL" || Plain == "0")
    return "pass a pointer that is not NULL";
  return formatv("put 'if (!{0}) return{1};' before this line", Plain, IsInProgram ? " 0" : "");
}

std::optional<Explanation> explainNullPointer(const Evidence &Seen) {
  StringRef Words = Seen.Why.Last.Text;
  std::optional<size_t> Last = Seen.last();
  if (!isOfNull(Words) || !Last)
    return std::nullopt;
  std::optional<unsigned> Argument = argumentRegister(Words);
  std::optional<unsigned> Register = Argument ? Argument : registerNamed(Words);
  if (!Register)
    return std::nullopt;
  bool IsCall = Seen.step(*Last).Code.Kind == LoggedInstruction::Call;
  std::string Name = IsCall ? Seen.valueName(*Register, "the pointer") : Seen.pointerName(*Last);
  Origin From = originOf(Seen.Path, *Last, *Register);
  Explanation Result;
  bool IsSure = isNull(Seen, *Last, *Register);
  StringRef Verb = IsSure ? "is" : "may be";
  Result.Headline = IsCall ? formatv("{0} {1} NULL, which {2} does not accept", Seen.argument(*Last, *Register), Verb,
                                     Seen.calleeName(*Last))
                                 .str()
                           : formatv("{0} {1} NULL here", Name, Verb).str();
  Seen.addOrigin(Result, From, Name);
  std::string Tested = From.Kind == Origin::Call ? Seen.valueName(*Register, "") : Name;
  Result.Remedy =
      nullTest(Tested.empty() || StringRef(Tested).contains('&') ? Name : Tested, Seen.step(*Last).Frame == 0);
  return Result;
}

} // namespace bpf
