// Matches every row of Remedies.def and LibbpfRemedies.def with its own example. Prints the remedy of each message on standard input.
#include "driver/verify/Remedy.h"
#include "llvm/Support/Regex.h"
#include <cstdio>
#include <iostream>

using namespace llvm;

static bool isGood(const bpf::RemedyRow &Row, std::string (*RemedyOf)(StringRef)) {
  std::string Problem;
  if (!Regex(Row.Words).isValid(Problem))
    return std::printf("'%s': %s\n", Row.Words.str().c_str(), Problem.c_str()), false;
  std::string Note = RemedyOf(Row.Example);
  StringRef Begin = Row.Note.split("$1").first;
  if (Note.find('$') == Note.npos && StringRef(Note).starts_with(Begin))
    return true;
  return std::printf("'%s' has the remedy '%s'\n", Row.Example.str().c_str(), Note.c_str()), false;
}

int main() {
  bool AreGood = true;
  for (const bpf::RemedyRow &Row : bpf::remedies())
    AreGood &= isGood(Row, bpf::remedyOf);
  for (const bpf::RemedyRow &Row : bpf::libbpfRemedies())
    AreGood &= isGood(Row, bpf::libbpfRemedyOf);
  for (std::string Line; std::getline(std::cin, Line);)
    std::printf("%s: %s\n", Line.c_str(), bpf::remedyOf(Line).c_str());
  std::printf("%zu rows\n", bpf::remedies().size());
  return !AreGood;
}
