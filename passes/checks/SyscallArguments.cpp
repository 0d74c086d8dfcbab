// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From 4.17 on __x64_sys_openat() and its like have one parameter, a pointer to the registers that have the arguments
// of the system call: CONFIG_ARCH_HAS_SYSCALL_WRAPPER (-Wbpf-syscall-arguments). BPF_KPROBE() reads the registers of
// the wrapper, which loads and gives the address of those, and what is left of other calls.
#include "passes/RunChecks.h"
#include "passes/analysis/ContextParameter.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "passes/target/Target.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// Where struct pt_regs of a machine has the arguments of a function, in bytes.
struct Wrapper {
  StringLiteral Machine;
  StringLiteral Prefix;
  uint64_t Arguments[6];
};

} // namespace

/// arch/x86/include/asm/ptrace.h, arch/arm64/include/uapi/asm/ptrace.h
static constexpr Wrapper Wrappers[] = {{"x86_64", "__x64_sys_", {112, 104, 96, 88, 72, 64}},
                                       {"aarch64", "__arm64_sys_", {0, 8, 16, 24, 32, 40}}};

/// The name of the system call whose wrapper a program is attached to, empty for another one.
static StringRef systemCallOf(const Function &F, const Wrapper &Of) {
  StringRef Section = F.getSection();
  Section.consume_front("?");
  return isProgram(F) && Section.consume_front("kprobe/") && Section.consume_front(Of.Prefix) ? Section : "";
}

/// True for a number of 32 bits or less: the first argument is the address of the registers, as a program may use it.
static bool isNarrow(const Instruction &Read) { return !Read.use_empty() && all_of(Read.users(), IsaPred<TruncInst>); }

/// The argument that an instruction reads as one of the system call's, counted from 1; 0 for none.
static unsigned argumentRead(const Instruction &I, const Wrapper &Of) {
  std::optional<AddressBehind> At = isa<LoadInst>(I) ? contextAccess(I) : std::nullopt;
  if (!At)
    return 0;
  for (auto [Index, Offset] : enumerate(Of.Arguments))
    if (Offset == At->Bytes && (Index != 0 || isNarrow(I)))
      return Index + 1;
  return 0;
}

static void checkProgram(const Function &F, StringRef Call, const Wrapper &Of, Report R) {
  for (const Instruction &I : instructions(F)) {
    unsigned Argument = argumentRead(I, Of);
    if (!Argument)
      continue;
    Finding Found = findingAt(
        I, Check::SyscallArguments, Severity::Fragile,
        formatv("{0}{1}() has a single parameter, the registers of the system call; argument {2} is undefined",
                Of.Prefix, Call, Argument));
    Found.Notes.push_back(
        {formatv("use SEC(\"ksyscall/{0}\") with BPF_KSYSCALL(), which read these registers", Call), {}});
    return R(std::move(Found));
  }
}

void checkSyscallArguments(const Module &M, const Target &T, Report R) {
  for (const Wrapper &Of : Wrappers)
    for (const Function &F : M)
      if (StringRef Call = systemCallOf(F, Of); T.architecture().Machine == Of.Machine && !Call.empty())
        checkProgram(F, Call, Of, R);
}

} // namespace bpf
