// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A helper reads as many bytes as the key, the value or its size has, also those between two members that no
// assignment writes (-Wbpf-padding). A key then differs from the one that was stored, and a value carries what the
// kernel's stack held to user space. Reported are bytes that nothing before the call writes; if the kernel rejects
// reading them, also those that are written only on some paths.
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MemberAt.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/SharedStack.h"
#include "passes/analysis/StackSlot.h"
#include "passes/analysis/StackVariables.h"
#include "passes/analysis/WrittenStack.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {
/// Bytes that a call reads and that may not have been written.
struct Unwritten {
  StackRange Bytes;
  bool OnSomePaths; ///< they are written on others
  bool IsRejected;  ///< in the eyes of the kernel, wherever it looks
};
} // namespace

/// Before 6.3, and for loaders without CAP_PERFMON, the kernel rejects reads of uninitialized stack.
static bool mayReadUnwritten(const Target &T) {
  return T.has(Feature::UninitializedStack) && T.may(Capability::Perfmon);
}

/// The first bytes of a range that are not written.
static std::optional<StackRange> firstUnwritten(const BitVector &Written, StackRange In) {
  int First = Written.find_first_unset_in(In.Begin, In.End);
  if (First == -1)
    return std::nullopt;
  int Next = Written.find_first_in(First, In.End);
  return StackRange{static_cast<uint64_t>(First), Next == -1 ? In.End : Next};
}

/// Whether the kernel certainly rejects the read, if it rejects such reads.
static bool isRejected(const StackSlot &Slot, const StackRead &At, const BitVector &Written) {
  return At.Memory.IsReadForSure && !Slot.isRelocated() && firstUnwritten(assumedWritten(Slot, Written), At.Bytes) &&
         !mayShareStack(Slot.memory());
}

/// True if the helper passes what it reads to nobody.
static bool isReadAlone(ArgumentKind Kind) { return Kind == ArgumentKind::Reads || Kind == ArgumentKind::Updates; }

static std::optional<Unwritten> unwritten(const StackSlot &Slot, const StackRead &At, const Target &T) {
  bool Permitted = mayReadUnwritten(T), IsReadAlone = isReadAlone(At.Memory.Kind);
  // What a helper reads for itself does no harm where it may.
  if (Permitted && IsReadAlone)
    return std::nullopt;
  BitVector Written = writtenOnSomePath(Slot, *At.Call);
  if (std::optional<StackRange> Never = firstUnwritten(Written, At.Bytes))
    return Unwritten{*Never, false, !Permitted && isRejected(Slot, At, Written)};
  if (Permitted)
    return std::nullopt;
  std::optional<StackRange> Sometimes = firstUnwritten(writtenOnEveryPath(Slot, *At.Call), At.Bytes);
  return Sometimes ? std::optional(Unwritten{*Sometimes, true, false}) : std::nullopt;
}

static StringRef consequence(ArgumentKind Kind, bool OnSomePaths) {
  if (OnSomePaths)
    return "the kernel follows every path to this call, and may reject bytes that are unwritten on one";
  switch (Kind) {
  case ArgumentKind::Key:
    return "a lookup compares these bytes too: keys that differ only there are different keys";
  case ArgumentKind::Value:
    return "previous contents of the kernel's stack become readable through the map";
  case ArgumentKind::Reads:
  case ArgumentKind::Updates:
    return "the kernel may reject reading uninitialized stack";
  default:
    return "previous contents of the kernel's stack leave the kernel";
  }
}

static std::string message(const StackRead &At, const Unwritten &What, const DILocalVariable *Variable) {
  uint64_t Count = What.Bytes.End - What.Bytes.Begin;
  std::string Member = Variable ? memberAt(Variable->getType(), What.Bytes.Begin) : "";
  std::string Where = Member.empty() ? "at offset " + std::to_string(What.Bytes.Begin) : Member;
  std::string Name = Variable ? formatv(" of '{0}'", Variable->getName()).str() : "";
  bool IsOne = Count == 1;
  return formatv("{0}() reads {1} byte{2} {3}{4} that {5} {6}", At.Memory.By, Count, IsOne ? "" : "s", Where, Name,
                 IsOne ? "is" : "are", What.OnSomePaths ? "uninitialized on some paths" : "never initialized");
}

/// \returns true if there is something to report.
static bool checkRead(const StackSlot &Slot, const StackRead &At, const DILocalVariable *Variable, const Reach &Looked,
                      const Target &T, Report R) {
  std::optional<Unwritten> What = unwritten(Slot, At, T);
  if (!What)
    return false;
  bool IsRejected = What->IsRejected && Looked.of(*At.Call) == Reached::Surely;
  Finding Found = findingAt(*At.Call, Check::Padding, IsRejected ? Severity::Rejected : Severity::Fragile,
                            message(At, *What, Variable));
  Found.Notes.push_back({consequence(At.Memory.Kind, What->OnSomePaths).str(), {}});
  if (Variable) {
    Found.Notes.push_back(
        {formatv("'{0}' is declared here; initialize it", Variable->getName()), declarationOf(*Variable)});
    Found.Repair = Fix{Variable->getName().str(), declarationOf(*Variable), " = {}"};
  }
  R(std::move(Found));
  return true;
}

void checkPadding(const Module &M, const Target &T, Report R) {
  std::optional<Reach> Looked;
  for (const Function &F : M) {
    std::optional<StackVariables> Names;
    for (const Instruction &I : instructions(F)) {
      const auto *Memory = dyn_cast<AllocaInst>(&I);
      if (!Memory)
        continue;
      StackSlot Slot(*Memory);
      if (Slot.reads().empty())
        continue;
      if (!Looked)
        Looked.emplace(M);
      if (!Names)
        Names = stackVariables(F);
      if (Looked->of(F) != Reached::Never)
        // What repairs the first repairs them all.
        (void)any_of(Slot.reads(), [&](const StackRead &Each) {
          return checkRead(Slot, Each, Names->lookup(Memory), *Looked, T, R);
        });
    }
  }
}

} // namespace bpf
