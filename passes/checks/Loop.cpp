// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Before Linux 5.3 a program must not jump back: a loop has to be unrolled. Since then the verifier follows it,
// iteration by iteration, and rejects it if it finds no end (-Wbpf-loop).
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/LoopBound.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/UnrollMarks.h"
#include "passes/analysis/UnseenEnd.h"
#include "llvm/Analysis/CFG.h"
#include "llvm/Analysis/LoopInfo.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

static Finding findingAt(const llvm::Loop &L, Severity Sev, std::string Message) {
  if (const DILocation *Start = L.getStartLoc(); Start && Start->getLine())
    return findingAt(*Start, Check::Loop, Sev, std::move(Message));
  return findingAt(*L.getHeader()->getTerminator(), Check::Loop, Sev, std::move(Message));
}

static std::string timesText(uint64_t Iterations) {
  return Iterations == 0 ? "once" : formatv("{0} times", Iterations + 1).str();
}

/// Why LLVM left the loop, where it was to be unrolled; otherwise how to have it unrolled.
static std::string unrollNote(const LoopBound &Bound, bool HasPragma) {
  if (Bound.IsExact && HasPragma)
    return formatv("the remaining loop runs {0}; LLVM unrolls up to about 16000 instructions: use fewer iterations, or "
                   "unroll less inside it",
                   timesText(*Bound.Most));
  if (Bound.IsExact)
    return formatv("it runs {0}; put '#pragma unroll' before it to unroll it", timesText(*Bound.Most));
  std::string Remedy = "count to a constant, for (i = 0; i < 16; i++), and exit early with break";
  if (Bound.Decider.empty())
    return "its number of iterations is not constant: " + Remedy;
  return formatv("{0} determines the number of iterations: {1}", Bound.Decider, Remedy);
}

static std::string boundNote(const Target &T) {
  return formatv("also compare with a constant, i < 64 && i < n{0}",
                 T.has(Feature::LoopHelper) ? "; bpf_loop() runs up to 8388608 times and is verified once" : "");
}

static std::string notUnrolledText(const Target &T) {
  return formatv("this loop was not unrolled, and kernel {0} does not support loops", T.kernel().text());
}

static void onOldKernel(const Function &F, const Target &T, Report R) {
  SmallVector<std::pair<const BasicBlock *, const BasicBlock *>, 8> Back;
  FindFunctionBackedges(F, Back);
  if (Back.empty())
    return;
  LoopBounds Bounds(F);
  const LoopInfo &Loops = Bounds.loops();
  for (const llvm::Loop *L : const_cast<LoopInfo &>(Loops).getLoopsInPreorder()) {
    Finding Found = findingAt(*L, Severity::Rejected, notUnrolledText(T));
    Found.Notes.push_back({unrollNote(Bounds.of(*L), isToBeUnrolled(*L)), {}});
    R(std::move(Found));
  }
  // A jump into the middle of a loop makes one that is none for LLVM.
  for (const auto &[From, To] : Back)
    if (!Loops.isLoopHeader(To))
      R(bpf::findingAt(*From->getTerminator(), Check::Loop, Severity::Rejected, notUnrolledText(T)));
}

/// Assembly may jump or end the program, and so may what is called.
static bool mayEndUnseen(const llvm::Loop &L) {
  for (const BasicBlock *Block : L.blocks())
    for (const Instruction &I : *Block)
      if (const auto *Call = dyn_cast<CallBase>(&I))
        if (isa<InlineAsm>(Call->getCalledOperand()) || mayEndUnseen(*Call))
          return true;
  return false;
}

/// \returns true for a loop that something leaves.
static bool checkEnd(const llvm::Loop &L, bool IsRejected, Report R) {
  SmallVector<BasicBlock *, 4> Exits;
  L.getExitBlocks(Exits);
  if (!Exits.empty() || mayEndUnseen(L))
    return !Exits.empty();
  Finding Found = findingAt(L, IsRejected ? Severity::Rejected : Severity::Fragile,
                            "this loop never exits, and the kernel rejects infinite loops");
  Found.Notes.push_back({"count its iterations and exit after a constant number", {}});
  R(std::move(Found));
  return false;
}

static bool isTooLong(const LoopBound &Bound, const Target &T) {
  return Bound.Most && *Bound.Most >= T.walkLimit() / std::max<uint64_t>(1, Bound.Shortest);
}

static std::optional<Finding> withoutBound(const llvm::Loop &L, const LoopBound &Bound, Severity Sev, const Target &T) {
  if (Bound.IsExact && *Bound.Most >= T.walkLimit())
    return findingAt(L, Sev,
                     formatv("this loop runs {0}, and the verifier processes at most {1} instructions",
                             timesText(*Bound.Most), T.walkLimit()));
  if (!Bound.IsOpen || (Bound.Most && !isTooLong(Bound, T)))
    return std::nullopt;
  return findingAt(L, Severity::Fragile,
                   formatv("{0} determines how often this loop runs, and no constant bounds it: the verifier follows "
                           "each iteration until it gives up",
                           Bound.Decider.empty() ? "data" : Bound.Decider));
}

static void checkBound(const llvm::Loop &L, const LoopBound &Bound, bool IsReached, Severity Sev, const Target &T,
                       Report R) {
  // What a value that is fixed at load time leads to may never be followed.
  std::optional<Finding> Found = IsReached ? withoutBound(L, Bound, Sev, T) : std::nullopt;
  if (Found)
    Found->Notes.push_back({boundNote(T), {}});
  else if (isToBeUnrolled(L))
    Found = findingAt(L, Severity::Advice, "the loop was not unrolled although a pragma requests it");
  else
    return;
  if (isToBeUnrolled(L))
    Found->Notes.push_back({unrollNote(Bound, true), {}});
  R(std::move(*Found));
}

static void onNewKernel(const Function &F, const Reach &Looked, const Target &T, Report R) {
  LoopBounds Bounds(F);
  for (const llvm::Loop *L : const_cast<LoopInfo &>(Bounds.loops()).getLoopsInPreorder()) {
    bool IsReached = Looked.of(*L->getHeader()->getTerminator()) == Reached::Surely;
    bool IsRejected = IsReached && isProgram(F) && Bounds.isOnEveryPath(*L);
    if (checkEnd(*L, IsRejected, R))
      checkBound(*L, Bounds.of(*L), IsReached, IsRejected ? Severity::Rejected : Severity::Fragile, T, R);
  }
}

void checkLoop(const Module &M, const Target &T, Report R) {
  std::optional<Reach> Looked;
  for (const Function &F : M) {
    if (F.isDeclaration() || F.size() < 2)
      continue;
    if (!Looked)
      Looked.emplace(M);
    if (Looked->of(F) == Reached::Never)
      continue;
    // The old kernels look at the jumps before they know what is not reached.
    if (T.has(Feature::BoundedLoops))
      onNewKernel(F, *Looked, T, R);
    else
      onOldKernel(F, T, R);
  }
}

} // namespace bpf
