// The instruction set has atomic operations on 32 and 64 bits only, and no fence (-Wbpf-atomic). LLVM's BPF back end
// ends the process where it meets another.
#include "passes/RunChecks.h"
#include "passes/ir/Location.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {
void checkArgumentCount(const Module &M, const Target &T, Report R) {}
} // namespace bpf
