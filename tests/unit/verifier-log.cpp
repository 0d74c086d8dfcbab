// What bpfcc makes of a verifier's log, which it reads from standard input: the kernels that wrote such logs are not
// here.
#include "driver/verify/VerifierLog.h"
#include <cstdio>
#include <iostream>
#include <iterator>

static void print(const char *What, const bpf::VerifierMessage &Message) {
  std::printf("%s: %s", What, Message.Text.c_str());
  if (Message.Instruction)
    std::printf(" (instruction %u)", *Message.Instruction);
  std::printf("\n");
}

int main() {
  std::string Log(std::istreambuf_iterator<char>(std::cin), {});
  std::optional<bpf::Rejection> Why = bpf::readRejection(Log);
  if (!Why) {
    bpf::VerifierStatistics Counted = bpf::readStatistics(Log);
    std::printf("no refusal, processed %s, stack %s\n", Counted.Instructions.c_str(), Counted.Stack.c_str());
    return 0;
  }
  print(Why->IsOfWhole ? "of the whole" : "of an instruction", Why->Last);
  for (const bpf::VerifierMessage &Each : Why->Before)
    print("before", Each);
  for (const std::string &Each : Why->Registers)
    std::printf("register: %s\n", Each.c_str());
  if (Why->LastInstruction)
    std::printf("last instruction: %u, %s\n", *Why->LastInstruction, Why->Disassembly.c_str());
  if (Why->LastLine.Line)
    std::printf("last line: %s:%u\n", Why->LastLine.File.c_str(), Why->LastLine.Line);
  if (!bpf::hasEnd(Log))
    std::printf("the log has no end\n");
}
