// Explains the log on standard input; what it prints is the headline, the chain and the remedy. Without a log: holds each
// row of Explanations.def and LibbpfRemedies.def against its own example.
#include "driver/explain/Explain.h"
#include "driver/verify/Remedy.h"
#include "llvm/Support/Regex.h"
#include <cstdio>
#include <iostream>
#include <iterator>

using namespace llvm;

template <typename Row> static bool isFirst(ArrayRef<Row> Rows, const Row &Own) {
  std::string Problem;
  if (!Regex(Own.Words).isValid(Problem))
    return std::printf("'%s': %s\n", Own.Words.str().c_str(), Problem.c_str()), false;
  for (const Row &Each : Rows)
    if (Regex(Each.Words).match(Own.Example))
      return &Each == &Own || (std::printf("'%s' is found by '%s'\n", Own.Example.str().c_str(), Each.Words.str().c_str()), false);
  return std::printf("'%s' is found by no row\n", Own.Example.str().c_str()), false;
}

static int checkTables() {
  bool AreGood = true;
  for (const bpf::ExplanationRow &Row : bpf::explanationRows())
    AreGood &= isFirst(bpf::explanationRows(), Row);
  for (const bpf::RemedyRow &Row : bpf::libbpfRemedies())
    AreGood &= isFirst(bpf::libbpfRemedies(), Row);
  std::printf("%zu rows\n", bpf::explanationRows().size());
  return !AreGood;
}

int main(int Count, char **Arguments) {
  if (Count == 1)
    return checkTables();
  std::string Log(std::istreambuf_iterator<char>(std::cin), {});
  std::optional<bpf::Rejection> Why = bpf::readRejection(Log);
  if (!Why)
    return std::printf("no rejection\n"), 0;
  bpf::Explanation Explained = bpf::explain({Arguments[1], Count > 2 ? Arguments[2] : "", nullptr}, *Why, Log);
  auto LineOf = [](const std::optional<bpf::Place> &Where) { return Where ? Where->Line : 0; };
  std::printf("error: %u: %s\n", LineOf(Explained.Where), Explained.Headline.c_str());
  std::printf("words: %s\n", Why->Last.Text.c_str());
  for (const bpf::Note &Each : Explained.Chain)
    std::printf("note: %u: %s\n", LineOf(Each.Where), Each.Message.c_str());
  std::printf("help: %s\n", Explained.Remedy.c_str());
}
