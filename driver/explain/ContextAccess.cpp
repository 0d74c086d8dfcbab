// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A member of the context that this type of program has not, not in that width, or not for writing.
#include "driver/explain/Explainers.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

std::optional<Explanation> explainContextAccess(const Evidence &Seen) {
  static const Regex Known("invalid bpf_context access off=([0-9]+) size=([0-9]+)");
  SmallVector<StringRef> Found;
  std::optional<size_t> Last = Seen.last();
  if (!Known.match(Seen.Why.Last.Text, &Found) || !Last)
    return std::nullopt;
  bool IsWrite = Seen.step(*Last).Code.Kind == LoggedInstruction::Store;
  std::string Name = Seen.accessName(*Last), Width = Found[2] == "1" ? "1 byte" : (Found[2] + " bytes").str();
  Explanation Result;
  std::string What = Name.empty() ? formatv("offset {0} of the context", Found[1]).str() : Name;
  Result.Headline = formatv("{0} cannot be {1} in {2} by programs of {3}", What, IsWrite ? "written" : "read", Width,
                            Seen.Program.Section.empty() ? "this type" : "section '" + Seen.Program.Section + "'");
  Result.Remedy =
      IsWrite ? "write only the members that this type of program may change, in the width in which they are declared"
              : "read only the members that this type of program has, in the width in which they are declared "
                "(--explain=context-access)";
  Result.DecidedBy = {Decider::Section, Seen.Program.Name};
  return Result;
}

} // namespace bpf
