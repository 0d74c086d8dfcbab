// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// BPF has no C library to call: code generation writes a memcpy, memmove, memset or memcmp out, 1024 bytes at most, and
// only for a constant length (-Wbpf-memory-builtin). The number of instructions depends on the alignment.
#include "passes/RunChecks.h"
#include "passes/analysis/CopyMarks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MemoryComparison.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/ValueName.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Transforms/Utils/Local.h"

using namespace llvm;

namespace bpf {

/// MaxStoresPerMemcpy and its like of BPFISelLowering, and for memcmp the loads.
static constexpr uint64_t MostBytes = 1024;

static StringRef functionName(const MemIntrinsic &Copy) {
  return isa<MemSetInst>(Copy) ? "memset" : isa<MemMoveInst>(Copy) ? "memmove" : "memcpy";
}

/// "2000 bytes", "'length' bytes", "a number of bytes given by 'length' of 'request'"
static std::string lengthText(const Value &Length) {
  if (const auto *Constant = dyn_cast<ConstantInt>(&Length))
    return formatv("{0} bytes", Constant->getLimitedValue());
  std::string Name = valueName(Length);
  if (Name.empty())
    return "a variable number of bytes";
  return StringRef(Name).contains(' ') ? "a number of bytes given by " + Name : Name + " bytes";
}

static std::string inWords(const MemIntrinsic &Copy) {
  std::string Length = lengthText(*Copy.getLength());
  switch (formOf(Copy)) {
  case CopyForm::Loop:
    return formatv("LLVM turns this loop into a {0} of {1}", functionName(Copy), Length);
  case CopyForm::Assignment:
    return formatv("this assignment copies {0}", Length);
  default:
    return formatv("this {0}s {1}", isa<MemSetInst>(Copy) ? "set" : "copie", Length);
  }
}

static std::string remedyFor(const MemIntrinsic &Copy) {
  if (formOf(Copy) == CopyForm::Loop)
    return formatv("-fno-builtin-{0}, or barrier() in its body, keeps it a loop", functionName(Copy));
  if (isa<ConstantInt>(Copy.getLength()))
    return isa<MemSetInst>(Copy)
               ? "set parts of at most 1024 bytes, or write a loop over 8 bytes at a time with barrier() in its body"
               : "copy parts of at most 1024 bytes, or use bpf_probe_read_kernel()";
  return isa<MemSetInst>(Copy) ? "set all of it, with a constant length"
                               : "copy all of it, with a constant length, or use bpf_probe_read_kernel(), whose length "
                                 "needs only a bound that the verifier sees";
}

static bool isTooLong(const Value &Length) {
  const auto *Constant = dyn_cast<ConstantInt>(&Length);
  return !Constant || Constant->getLimitedValue() > MostBytes;
}

static void report(const Instruction &I, const std::string &What, const std::string &Remedy, Report R) {
  Finding Found =
      findingAt(I, Check::MemoryBuiltin, Severity::Rejected,
                formatv("{0}; there is no library to call, and only a constant length of up to {1} bytes is inlined",
                        What, MostBytes));
  Found.Notes.push_back({Remedy, {}});
  R(std::move(Found));
}

static Align alignmentOf(Value *Pointer, MaybeAlign Given, const Instruction &At) {
  return std::max(Given.valueOrOne(), getKnownAlignment(Pointer, At.getDataLayout()));
}

/// Instructions for a copy that goes in pieces of so many bytes.
static uint64_t instructionsFor(uint64_t Bytes, uint64_t Piece, bool Reads) { return Bytes / Piece * (Reads ? 2 : 1); }

static void checkAlignment(const MemIntrinsic &Copy, Report R) {
  constexpr uint64_t Fewest = 64;
  const auto *Length = dyn_cast<ConstantInt>(Copy.getLength());
  // Code generation lays out variables on the stack as it needs them.
  bool IsOnStack = isa<AllocaInst>(getUnderlyingObject(Copy.getDest()));
  if (!Length || Length->getLimitedValue() < Fewest || (IsOnStack && isa<MemSetInst>(Copy)))
    return;
  Align Alignment = alignmentOf(Copy.getRawDest(), Copy.getDestAlign(), Copy);
  const auto *Transfer = dyn_cast<MemTransferInst>(&Copy);
  bool Reads = false, Widens = false;
  if (Transfer) {
    const auto *Source = dyn_cast<GlobalVariable>(getUnderlyingObject(Transfer->getSource()));
    Reads = !Source || !Source->isConstant();
    if (IsOnStack && !Reads)
      return;
    Align OfSource = alignmentOf(Transfer->getRawSource(), Transfer->getSourceAlign(), Copy);
    Widens = IsOnStack && Reads && OfSource == 1;
    Alignment = IsOnStack ? OfSource : Reads ? std::min(Alignment, OfSource) : Alignment;
  }
  if (Alignment > 1)
    return;
  uint64_t Bytes = Length->getLimitedValue();
  // Words for the stack are put together: eight loads, seven shifts, seven ors and a store.
  uint64_t Now = Widens ? Bytes / 8 * 23 : instructionsFor(Bytes, 1, Reads);
  Finding Found = findingAt(Copy, Check::MemoryBuiltin, Severity::Advice,
                            formatv("{0} byte by byte, in at least {1} instructions; aligned to 8 bytes it takes {2}",
                                    inWords(Copy), Now, instructionsFor(Bytes, 8, Reads)));
  Found.Notes.push_back({formatv("align {0} with __attribute__((aligned(8))), or use __builtin_assume_aligned()",
                                 Transfer ? "both sides" : "it"),
                         {}});
  R(std::move(Found));
}

/// A memcmp that code generation does not write out stays a call.
static void checkComparison(const CallBase &Call, Report R) {
  const Function *Callee = Call.getCalledFunction();
  if (!isMemoryComparison(Call) || !isTooLong(*Call.getArgOperand(2)))
    return;
  report(Call, formatv("this {0} compares {1}", Callee->getName(), lengthText(*Call.getArgOperand(2))),
         "compare parts of at most 1024 bytes, with a constant length, or write a bounded loop", R);
}

void checkMemoryBuiltin(const Module &M, const Target &T, Report R) {
  std::optional<Reach> Looked;
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      if (const auto *Copy = dyn_cast<MemIntrinsic>(&I)) {
        // memcpy.inline and its like are code of any length.
        if (Copy->getIntrinsicID() == Intrinsic::memcpy_inline || Copy->getIntrinsicID() == Intrinsic::memset_inline)
          continue;
        // LLVM compiles no such call, reached or not.
        if (isTooLong(*Copy->getLength())) {
          report(*Copy, inWords(*Copy), remedyFor(*Copy), R);
          continue;
        }
        if (!Looked)
          Looked.emplace(M);
        if (Looked->of(F) != Reached::Never)
          checkAlignment(*Copy, R);
      } else if (const auto *Call = dyn_cast<CallBase>(&I)) {
        checkComparison(*Call, R);
      }
    }
}

} // namespace bpf
