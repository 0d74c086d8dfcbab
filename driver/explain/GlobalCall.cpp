// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function that is not static is verified by itself, for all that its types allow; its callers have to pass that.
#include "driver/explain/Explainers.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

/// What is wrong with the argument, as the messages before have it.
static std::string reason(const Evidence &Seen) {
  static const Regex Size(
      "(invalid read from stack|invalid (indirect )?access to stack|invalid access to [a-z_ ]+,).*size=([0-9]+)");
  SmallVector<StringRef> Found;
  for (const VerifierMessage &Each : Seen.Why.Before) {
    if (Size.match(Each.Text, &Found))
      return formatv("it reads {0} bytes there, and fewer are passed or set", Found[3]);
    if (StringRef(Each.Text).contains("or_null") || StringRef(Each.Text).contains("NULL"))
      return "it may be NULL";
    if (StringRef(Each.Text).contains("is not a pointer to"))
      return "it is another kind of pointer";
    if (StringRef(Each.Text).contains("is not a scalar"))
      return "it has to be a number";
  }
  return "";
}

/// The first instruction of the function that is called, "pc+4".
static std::optional<unsigned> target(const PathStep &Call) {
  StringRef Distance = Call.Code.Callee;
  int Number;
  if (!Distance.consume_front("pc") || Distance.ltrim("+").getAsInteger(10, Number))
    return std::nullopt;
  return Call.Number + 1 + Number;
}

std::optional<Explanation> explainGlobalCall(const Evidence &Seen) {
  static const Regex Known("Caller passes invalid args into func#[0-9]+ \\('([^']+)'\\)");
  SmallVector<StringRef> Found;
  std::optional<size_t> Last = Seen.last();
  if (!Known.match(Seen.Why.Last.Text, &Found) || !Last)
    return std::nullopt;
  std::optional<unsigned> Register;
  for (const VerifierMessage &Each : Seen.Why.Before)
    if (!Register)
      Register = registerMeant(Each.Text, Seen);
  std::string Why = reason(Seen);
  Explanation Result;
  std::string Which =
      Register && *Register >= 1 ? formatv("the {0} argument", ordinal(*Register)).str() : "an argument";
  Result.Headline =
      formatv("{0} of '{1}()' is not what its types say{2}", Which, Found[1], Why.empty() ? "" : ": " + Why);
  if (Register)
    Seen.addOrigin(Result, originOf(Seen.Path, *Last, *Register), "the argument");
  if (std::optional<unsigned> Begin = target(Seen.step(*Last)); Begin && Seen.Program.LineOf)
    if (CodeLine Line = Seen.Program.LineOf(*Begin); Line.Where.Line)
      Result.Chain.push_back(
          {formatv("'{0}()' is verified by itself, for every argument that its types allow", Found[1]).str(),
           Line.Where});
  Result.Remedy = formatv("pass what the types of '{0}()' say, or make it static", Found[1]);
  return Result;
}

} // namespace bpf
