// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "driver/explain/ReturnPlace.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace bpf {

std::string ReturnPlace::words(const Evidence &Seen, std::optional<size_t> Branch) const {
  unsigned BranchLine = Branch ? Seen.lineOf(*Branch).Where.Line : 0;
  if (!IsReturn && BranchLine)
    return "on the path through the branch in line " + utostr(BranchLine);
  return "on the path that returns " + (Line ? "in line " + utostr(Line) : std::string("here"));
}

ReturnPlace returnPlace(const Evidence &Seen, size_t Exit) {
  ReturnPlace Result;
  CodeLine Own = Seen.lineOf(Exit);
  Result.Line = Own.Where.Line;
  Result.IsReturn = StringRef(Own.Text).contains("return");
  if (Result.IsReturn)
    return Result;
  Origin From = originOf(Seen.Path, Exit, 0);
  bool IsMade = From.Kind == Origin::Constant || From.Kind == Origin::Arithmetic || From.Kind == Origin::Load ||
                From.Kind == Origin::Call;
  if (!IsMade)
    return Result;
  // The value is on its way through copies from where it was made to the exit.
  for (size_t Step : From.Since)
    if (CodeLine Line = Seen.lineOf(Step); StringRef(Line.Text).contains("return"))
      return {Line.Where, Line.Where.Line, true};
  if (CodeLine Line = Seen.lineOf(From.Step); StringRef(Line.Text).contains("return"))
    return {Line.Where, Line.Where.Line, true};
  return Result;
}

std::optional<size_t> lastBranch(const Evidence &Seen, size_t After, size_t Before) {
  for (size_t At = Before; At-- > After + 1;)
    if (Seen.step(At).Code.Kind == LoggedInstruction::Branch && Seen.step(At).Frame == Seen.step(Before).Frame)
      return At;
  return std::nullopt;
}

} // namespace bpf
