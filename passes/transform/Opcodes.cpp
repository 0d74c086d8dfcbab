// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names are a table in LLVM's target.
#include "passes/transform/Opcodes.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/CodeGen/TargetInstrInfo.h"
#include "llvm/CodeGen/TargetOpcodes.h"
#include "llvm/Support/ErrorHandling.h"

using namespace llvm;

namespace bpf {

/// All of them by name; a search for each would cost 2 % of a small compile. Those of every target come first.
static StringMap<unsigned> namesIn(const TargetInstrInfo &In) {
  StringMap<unsigned> Known;
  for (unsigned Each = TargetOpcode::GENERIC_OP_END + 1; Each < In.getNumOpcodes(); ++Each)
    Known[In.getName(Each)] = Each;
  return Known;
}

unsigned opcodeOf(StringRef Name, const TargetInstrInfo &In) {
  static const StringMap<unsigned> Known = namesIn(In);
  if (auto Found = Known.find(Name); Found != Known.end())
    return Found->second;
  reportFatalInternalError("LLVM's BPF target has no instruction " + Name);
}

} // namespace bpf
