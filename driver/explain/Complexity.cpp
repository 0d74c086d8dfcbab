// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program that takes the verifier too many instructions: the source lines where it spent the end of them.
#include "driver/explain/Explainers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include <map>

using namespace llvm;

namespace bpf {

namespace {

struct HotLine {
  CodeLine Line;
  size_t Count = 0; ///< of steps
};

} // namespace

/// The lines with the most steps, the hottest first.
static std::vector<HotLine> hotLines(const Evidence &Seen) {
  std::map<std::pair<std::string, unsigned>, HotLine> Lines;
  // One instruction has one line, and a loop has many steps.
  std::map<unsigned, HotLine *> Known;
  for (size_t Step = 0; Step != Seen.Path.Steps.size(); ++Step) {
    HotLine *&Own = Known[Seen.step(Step).Number];
    if (!Own) {
      CodeLine Line = Seen.lineOf(Step);
      Own = &Lines[{Line.Where.File, Line.Where.Line}];
      Own->Line = Line;
    }
    ++Own->Count;
  }
  std::vector<HotLine> Sorted;
  for (const auto &[Place, Each] : Lines)
    if (Each.Line.Where.Line)
      Sorted.push_back(Each);
  stable_sort(Sorted, [](const HotLine &One, const HotLine &Other) { return One.Count > Other.Count; });
  return Sorted;
}

std::optional<Explanation> explainComplexity(const Evidence &Seen) {
  StringRef Words = Seen.Why.Last.Text;
  bool IsLarge = Words.contains("program is too large"), IsBranching = Words.contains("jumps is too complex");
  if (!IsLarge && !IsBranching)
    return std::nullopt;
  Explanation Result;
  Result.Headline = formatv("'{0}' is too complex: the verifier gave up {1}", Seen.Program.Name,
                            IsLarge ? "after a million instructions" : "with more than 8192 branches to follow");
  constexpr size_t MostLines = 3;
  size_t Steps = Seen.Path.Steps.size();
  std::vector<HotLine> Lines = hotLines(Seen);
  Lines.resize(std::min(Lines.size(), MostLines));
  for (const HotLine &Each : Lines)
    Result.Chain.push_back(
        {formatv("{0}% of the last {1} instructions are of this line", Each.Count * 100 / Steps, Steps).str(),
         Each.Line.Where});
  Result.Remedy = "each iteration of a loop and each path through branches is followed: bound loops lower, use "
                  "bpf_loop(), or move parts "
                  "into functions that are not static, which are verified once";
  return Result;
}

} // namespace bpf
