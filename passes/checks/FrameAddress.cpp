// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A BPF program runs on a stack it cannot see: there is no return address, and no frame but its own
// (-Wbpf-frame-address). LLVM's BPF back end has no instruction for these and ends the process, also in a function that
// no program reaches.
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// What the user wrote for an intrinsic that asks for the stack, empty for every other.
static StringRef builtinOf(Intrinsic::ID Id) {
  switch (Id) {
  case Intrinsic::returnaddress:
    return "__builtin_return_address";
  case Intrinsic::frameaddress:
    return "__builtin_frame_address";
  case Intrinsic::eh_dwarf_cfa:
    return "__builtin_dwarf_cfa";
  default:
    return "";
  }
}

void checkFrameAddress(const Module &M, const Target &T, Report R) {
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<IntrinsicInst>(&I);
      StringRef Builtin = Call ? builtinOf(Call->getIntrinsicID()) : "";
      if (Builtin.empty())
        continue;
      Finding Found =
          findingAt(I, Check::FrameAddress, Severity::Rejected,
                    formatv("'{0}' has no meaning in a BPF program: it cannot see the stack it runs on", Builtin));
      Found.Notes.push_back({"for the caller of a traced function use bpf_get_func_ip() or bpf_get_stack()", {}});
      R(std::move(Found));
    }
}

} // namespace bpf
