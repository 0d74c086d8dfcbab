// What bpfcc makes of a verifier's log, which it reads from standard input: the kernels that wrote such logs are not
// here.
#include "driver/explain/Evidence.h"
#include <cstdio>
#include <iostream>
#include <iterator>

static void print(const char *What, const bpf::VerifierMessage &Message) {
  std::printf("%s: %s", What, Message.Text.c_str());
  if (Message.Instruction)
    std::printf(" (instruction %u)", *Message.Instruction);
  std::printf("\n");
}

/// What the register that the message names holds at the rejection.
static void printRegister(const bpf::Rejection &Why, llvm::StringRef Log) {
  bpf::VerifierPath Path = bpf::VerifierPath::read(bpf::withoutExplanation(Log));
  std::optional<unsigned> Register = bpf::registerNamed(Why.Last.Text);
  if (!Register || Path.Steps.empty())
    return;
  if (bpf::RegisterValue Value = Path.before(Path.Steps.size() - 1, *Register); Value.isKnown())
    std::printf("register: R%u=%s\n", *Register, Value.text().str().c_str());
}

int main() {
  std::string Log(std::istreambuf_iterator<char>(std::cin), {});
  std::optional<bpf::Rejection> Why = bpf::readRejection(Log);
  if (!Why) {
    bpf::VerifierStatistics Counted = bpf::readStatistics(Log);
    std::printf("no rejection, processed %s, stack %s\n", Counted.Instructions.c_str(), Counted.Stack.c_str());
    return 0;
  }
  print(Why->IsOfWhole ? "of the whole" : "of an instruction", Why->Last);
  if (!Why->Category.empty())
    std::printf("category: %s\n", Why->Category.c_str());
  for (const bpf::VerifierMessage &Each : Why->Before)
    print("before", Each);
  printRegister(*Why, Log);
  if (Why->LastInstruction)
    std::printf("last instruction: %u, %s\n", *Why->LastInstruction, Why->Disassembly.c_str());
  if (Why->LastLine.Line)
    std::printf("last line: %s:%u\n", Why->LastLine.File.c_str(), Why->LastLine.Line);
  if (!bpf::hasEnd(Log))
    std::printf("the log has no end\n");
}
