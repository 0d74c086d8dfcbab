// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function of the kernel says what each argument points to, and the verifier accepts nothing else:
// compatible_reg_types in kernel/bpf/verifier.c, and get_kfunc_ptr_arg_type() there (-Wbpf-argument-kind). Reported is
// an address whose origin the code shows without a doubt.
#include "passes/RunChecks.h"
#include "passes/analysis/CertainPath.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/PacketAddress.h"
#include "passes/analysis/PointerOrigin.h"
#include "passes/analysis/ValueName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include <initializer_list>

using namespace llvm;

namespace bpf {

namespace {

/// Sets of origins, as bits.
constexpr unsigned bits(std::initializer_list<PointerOrigin> Origins) {
  unsigned All = 0;
  for (PointerOrigin Each : Origins)
    All |= 1u << static_cast<unsigned>(Each);
  return All;
}

/// What an argument has to be, in words, and what it cannot be.
struct Rule {
  ArgumentKind Kind;
  StringLiteral Wanted;
  unsigned Rejected;
  bool HelpersOnly = false; ///< kfuncs ask something else
};

using enum PointerOrigin;
constexpr unsigned OnStack = bits({Global, MapValue, Record, Slice, Context, Map, Socket, Object});
constexpr unsigned InValue = bits({Stack, Record, Slice, Context, Map, Socket});
constexpr unsigned OfKernel = bits({Stack, Global, MapValue, Record, Slice, Context, Map});

constexpr Rule Rules[] = {
    {ArgumentKind::Context, "the context", bits({Stack, Global, MapValue, Record, Slice, Map, Socket, Object}), true},
    {ArgumentKind::Map, "a map", bits({Stack, Global, MapValue, Record, Slice, Context, Socket, Object})},
    {ArgumentKind::Key, "a key in memory", bits({Context, Map}), true},
    {ArgumentKind::Value, "a value in memory", bits({Context, Map}), true},
    {ArgumentKind::NewValue, "memory for a value", bits({Context, Map}), true},
    {ArgumentKind::Reads, "memory", bits({Context, Map}), true},
    {ArgumentKind::Sends, "memory", bits({Context, Map}), true},
    {ArgumentKind::Writes, "memory", bits({Context, Map}), true},
    {ArgumentKind::Updates, "memory", bits({Context, Map}), true},
    // The context of a program of type CGROUP_SOCK is one.
    {ArgumentKind::Socket, "a socket", bits({Stack, Global, MapValue, Record, Slice, Map, Object})},
    {ArgumentKind::PerCpu, "a per-CPU variable of the kernel", OfKernel | bits({Socket, Object})},
    {ArgumentKind::Record, "a record of bpf_ringbuf_reserve()",
     bits({Stack, Global, MapValue, Slice, Context, Map, Socket, Object})},
    {ArgumentKind::Dynptr, "a dynptr on the stack", OnStack},
    {ArgumentKind::NewDynptr, "room for a dynptr on the stack", OnStack},
    {ArgumentKind::Iterator, "an iterator on the stack", OnStack},
    {ArgumentKind::NewIterator, "room for an iterator on the stack", OnStack},
    {ArgumentKind::IrqFlag, "eight bytes on the stack", OnStack},
    {ArgumentKind::SpinLock, "a bpf_spin_lock in the value of a map", InValue},
    {ArgumentKind::ResSpinLock, "a bpf_res_spin_lock in the value of a map", InValue},
    {ArgumentKind::Timer, "a bpf_timer in the value of a map", InValue},
    {ArgumentKind::WorkQueue, "a bpf_wq in the value of a map", InValue},
    {ArgumentKind::Kptr, "a kptr in the value of a map", InValue},
    {ArgumentKind::ListHead, "a bpf_list_head in the value of a map", InValue},
    {ArgumentKind::RbRoot, "a bpf_rb_root in the value of a map", InValue},
};

} // namespace

static const Rule *ruleFor(ArgumentKind Kind, bool IsHelper) {
  const Rule *Found = find_if(Rules, [&](const Rule &Each) { return Each.Kind == Kind; });
  return Found == std::end(Rules) || (Found->HelpersOnly && !IsHelper) ? nullptr : Found;
}

static void check(const CallBase &Call, const KernelCall &Called, CertainPaths &Paths, Report R) {
  for (unsigned Each = 0; Each < Call.arg_size(); ++Each) {
    const Rule *Wanted = ruleFor(Called.argument(Each).Kind, calledHelper(Call));
    const Value &Given = *Call.getArgOperand(Each);
    if (!Wanted || !Given.getType()->isPointerTy())
      continue;
    PointerOrigin Origin = pointerOrigin(Given);
    if (!(Wanted->Rejected & bits({Origin})) ||
        !Paths.to(Call, {nullptr, [](const PathTest &) { return Passes::IfOpen; }}))
      continue;
    std::string Name = valueName(*Given.stripInBoundsConstantOffsets());
    Finding Found = findingAt(Call, Check::ArgumentKind, Severity::Rejected,
                              formatv("{0}() wants {1} as its {2} argument, not {3}{4}", Called.Name, Wanted->Wanted,
                                      ordinal(Each), Name.empty() ? "" : Name + ", ", describe(Origin)));
    R(std::move(Found));
  }
}

/// A parameter of a global function that is declared as the context gets the context, and no address inside of it.
static void checkContexts(const CallBase &Call, const Function &Callee, CertainPaths &Paths, Report R) {
  for (const Argument &Parameter : Callee.args()) {
    if (contextOf(Parameter).empty() || Parameter.getArgNo() >= Call.arg_size())
      continue;
    const Value &Given = *Call.getArgOperand(Parameter.getArgNo());
    const Value &Base = *Given.stripInBoundsConstantOffsets();
    const auto *Context = dyn_cast<Argument>(&Base);
    bool IsInside = &Base != &Given && Context && !contextOf(*Context).empty();
    std::string What = IsInside ? "an address inside of it" : describe(pointerOrigin(Given));
    if (pointerOrigin(Given) == PointerOrigin::Context || What.empty() ||
        !Paths.to(Call, {nullptr, [](const PathTest &) { return Passes::IfOpen; }}))
      continue;
    R(findingAt(Call, Check::ArgumentKind, Severity::Rejected,
                formatv("'{0}' wants the context as its {1} argument, not {2}", Callee.getName(),
                        ordinal(Parameter.getArgNo()), What)));
  }
}

void checkArgumentKind(const Module &M, const Target &T, Report R) {
  CertainPaths Paths(M);
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      if (std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt)
        check(*Call, *Called, Paths, R);
      const Function *Callee = Call ? Call->getCalledFunction() : nullptr;
      if (Callee && !Callee->isDeclaration() && !isVerifiedAtCalls(*Callee))
        checkContexts(*Call, *Callee, Paths, R);
    }
}

} // namespace bpf
