// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the path tells comes first, then the table; by the message that decides, and where that is a sum of what was
// said before, by one of those.
#include "driver/explain/Explain.h"
#include "driver/explain/Explainers.h"
#include "driver/object/FilledText.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

ArrayRef<ExplanationRow> explanationRows() {
  static constexpr ExplanationRow Rows[] = {
#define EXPLANATION(Words, Example, Headline, Remedy, DecidedBy) {Words, Example, Headline, Remedy, Decider::DecidedBy},
#include "driver/explain/Explanations.def"
  };
  return Rows;
}

static constexpr Explainer Explainers[] = {
    explainNullPointer,  explainPacketBounds,  explainStackRead,  explainMemoryBounds, explainUnboundedLength,
    explainLostPointer,  explainOpenReference, explainOpenRegion, explainReturnValue,  explainObjectState,
    explainArgumentKind, explainContextAccess, explainGlobalCall, explainComplexity,
};

/// A text of the table with what it stands for.
static std::string filled(StringRef Template, ArrayRef<StringRef> Matched, StringRef Words, const Evidence &Seen) {
  std::optional<size_t> Last = Seen.last();
  std::optional<unsigned> Register = registerMeant(Words, Seen);
  auto Group = [&](size_t Number) { return Number < Matched.size() ? Matched[Number].str() : ""; };
  return filledText(Template, {{"$1", Group(1)},
                               {"$2", Group(2)},
                               {"{program}", "'" + Seen.Program.Name + "'"},
                               {"{call}", Last ? Seen.calleeName(*Last) : "the function"},
                               {"{value}", Register ? Seen.valueName(*Register, "the value") : "the value"},
                               {"{argument}", Last && Register ? Seen.argument(*Last, *Register) : "the argument"}});
}

/// The map that a message names, or that an argument or the memory that is used belongs to.
static std::string mapMeant(StringRef Words, const Evidence &Seen) {
  static const Regex Named("map '([^']+)'");
  SmallVector<StringRef> Matched;
  if (Named.match(Words, &Matched))
    return Matched[1].str();
  std::optional<size_t> Last = Seen.last();
  std::optional<unsigned> Register = registerMeant(Words, Seen);
  for (unsigned Each : {Register.value_or(1), 1u})
    // Those that have a dot hold the variables of a section, and are declared nowhere.
    if (StringRef Map = Last ? Seen.Path.before(*Last, Each).field("map") : ""; !Map.empty() && !Map.contains('.'))
      return Map.str();
  return "";
}

static std::optional<Explanation> fromTable(StringRef Words, const Evidence &Seen) {
  for (const ExplanationRow &Row : explanationRows()) {
    SmallVector<StringRef, 4> Matched;
    if (!Regex(Row.Words, Regex::NoFlags).match(Words, &Matched))
      continue;
    Explanation Result;
    Result.Headline = filled(Row.Headline, Matched, Words, Seen);
    Result.Remedy = filled(Row.Remedy, Matched, Words, Seen);
    Result.DecidedBy = {Row.DecidedBy, Row.DecidedBy == Decider::Map ? mapMeant(Words, Seen) : Seen.Program.Name};
    std::optional<size_t> Last = Seen.last();
    if (std::optional<unsigned> Register = registerMeant(Words, Seen); Register && Last)
      Seen.addOrigin(Result, originOf(Seen.Path, *Last, *Register), Seen.valueName(*Register, "it"));
    return Result;
  }
  return std::nullopt;
}

/// Two notes of one place that say the same are one.
static void removeRepeated(std::vector<Note> &Chain) {
  auto IsSame = [](const Note &One, const Note &Other) {
    return One.Message == Other.Message && One.Where && Other.Where && One.Where->Line == Other.Where->Line;
  };
  Chain.erase(std::unique(Chain.begin(), Chain.end(), IsSame), Chain.end());
}

Explanation explain(const RejectedProgram &Program, const Rejection &Why, StringRef Log) {
  VerifierPath Path = VerifierPath::read(withoutExplanation(Log));
  Evidence Seen(Program, Why, Path);
  std::optional<Explanation> Found;
  for (Explainer Each : Explainers)
    if (!Found)
      Found = Each(Seen);
  if (!Found)
    Found = fromTable(Why.Last.Text, Seen);
  for (const VerifierMessage &Each : Why.Before)
    if (!Found)
      Found = fromTable(Each.Text, Seen);
  if (!Found)
    return {};
  if (std::optional<size_t> Last = Seen.last();
      Found->Chain.empty() && Last && StringRef(Why.Last.Text).contains("to dynptr at off="))
    if (std::optional<size_t> Made = objectMadeBefore(*Last, Seen))
      Found->Chain.push_back(Seen.note(formatv("{0} makes the dynptr here", Seen.calleeName(*Made)), *Made));
  removeRepeated(Found->Chain);
  for (const VerifierMessage &Each : concat<const VerifierMessage>(ArrayRef(Why.Last), Why.Before))
    if (Found->Variable.empty())
      Found->Variable = variableMeant(Each.Text, Seen);
  return std::move(*Found);
}

} // namespace bpf
