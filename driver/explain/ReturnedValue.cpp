// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program, a callback or an exception callback that returns what its type does not allow.
#include "driver/explain/Explainers.h"
#include "driver/explain/ReturnPlace.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

static std::string rangeInWords(StringRef Least, StringRef Most) {
  int64_t From, To;
  if (Least.getAsInteger(0, From) || Most.getAsInteger(0, To))
    return formatv("{0} to {1}", Least, Most);
  if (From == To)
    return formatv("{0}", From);
  return To == From + 1 ? formatv("{0} or {1}", From, To).str() : formatv("{0} to {1}", From, To).str();
}

std::optional<Explanation> explainReturnValue(const Evidence &Seen) {
  // Since 6.8, and before: "has value (0x2; 0x0) should have been in (0x0; 0x1)"
  static const Regex Now("At (program exit|callback return|async callback return) the register R0 has (.*)should have "
                         "been in \\[(-?[0-9]+), (-?[0-9]+)\\]");
  static const Regex Before("At (program exit|callback return|async callback return) the register R0 has (.*)should "
                            "have been in \\((0x[0-9a-f]+); (0x[0-9a-f]+)\\)");
  SmallVector<StringRef> Found;
  StringRef Words = Seen.Why.Last.Text;
  std::optional<size_t> Last = Seen.last();
  bool IsMask = !Now.match(Words, &Found);
  if ((IsMask && !Before.match(Words, &Found)) || !Last)
    return std::nullopt;
  // "(value; mask)": what the mask has may be any.
  std::string Allowed =
      IsMask ? rangeInWords(Found[3], Found[4] == "0x0" ? Found[3] : Found[4]) : rangeInWords(Found[3], Found[4]);
  bool IsProgram = Found[1] == "program exit";
  RegisterValue Value = Seen.Path.before(*Last, 0);
  Explanation Result;
  std::string Returned = Value.constant() ? formatv("{0}", *Value.constant()).str() : "a value that is not bounded";
  std::string Who = IsProgram ? "'" + Seen.Program.Name + "'" : "the callback";
  std::string Of = !IsProgram                     ? "a callback of this kind"
                   : Seen.Program.Section.empty() ? "a program of this type"
                                                  : "a program of section '" + Seen.Program.Section + "'";
  Result.Headline = formatv("{0} returns {1}, but {2} may return only {3}", Who, Returned, Of, Allowed);
  ReturnPlace Leaves = returnPlace(Seen, *Last);
  Result.Where = Leaves.Where;
  if (IsProgram)
    Result.DecidedBy = {Decider::Section, Seen.Program.Name};
  else
    Seen.addCaller(Result, Seen.step(*Last).Frame);
  Seen.addOrigin(Result, originOf(Seen.Path, *Last, 0), "the returned value");
  Result.Remedy =
      Value.constant()
          ? formatv("return {0}", Allowed).str()
          : formatv("compare the value first, so that only {0} is returned, or return a constant", Allowed).str();
  return Result;
}

} // namespace bpf
