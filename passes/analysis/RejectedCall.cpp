// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The program is a note of its own: it may be far from the call.
#include "passes/analysis/RejectedCall.h"
#include "passes/analysis/Location.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

Finding rejectedCall(const CallBase &Call, Check Kind, const RejectedUse &Use, std::string Message,
                     std::string Remedy) {
  Finding Found = findingAt(Call, Kind, Use.Sev, std::move(Message));
  if (!Remedy.empty())
    Found.Notes.push_back({std::move(Remedy), {}});
  if (const Function &F = *Call.getFunction(); &F != &Use.Program)
    Found.Notes.push_back(
        {formatv("program '{0}' reaches '{1}'", Use.Program.getName(), F.getName()), placeOf(Use.Program)});
  return Found;
}

} // namespace bpf
