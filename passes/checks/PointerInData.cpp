// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A loader fills in the addresses in code, in the values of maps and in struct_ops, and none in .data and .rodata: what
// is stored there is 0 when the program runs (-Wbpf-pointer-in-data). libbpf logs "skipping relo section" if
// debug messages are enabled.
#include "passes/RunChecks.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// What a pointer of an initialiser points to; null where all are null or none is there.
static const GlobalValue *addressIn(const Constant &Initializer) {
  if (const auto *Global = dyn_cast<GlobalValue>(&Initializer))
    return Global->getAddressSpace() == 0 ? Global : nullptr;
  for (const Use &Each : Initializer.operands())
    if (const auto *Part = dyn_cast<Constant>(Each))
      if (const GlobalValue *Found = addressIn(*Part))
        return Found;
  return nullptr;
}

/// True where no pointer of an initialiser is null: whichever is read was meant to be an address.
static bool isAllAddresses(const Constant &Initializer) {
  if (Initializer.getType()->isPointerTy())
    return addressIn(Initializer) != nullptr;
  if (isa<ConstantAggregateZero>(Initializer) && !Initializer.getType()->isSingleValueType())
    return false;
  return all_of(Initializer.operands(), [](const Use &Each) {
    const auto *Part = dyn_cast<Constant>(Each);
    return Part && isAllAddresses(*Part);
  });
}

namespace {
struct AddressRead {
  const Instruction *Where;
  bool IsAddress; ///< not perhaps another member, or a null among addresses
};
} // namespace

/// Everything that reads an address out of the variable.
static void collectReads(const Value &V, bool AllAddresses, bool AtStart, SmallVectorImpl<AddressRead> &Reads) {
  for (const User *Each : V.users()) {
    if (const auto *Load = dyn_cast<LoadInst>(Each)) {
      if (Load->getType()->isPointerTy())
        Reads.push_back({Load, AllAddresses});
    } else if (const auto *Copy = dyn_cast<MemTransferInst>(Each)) {
      if (Copy->getRawSource() == &V)
        Reads.push_back({Copy, false});
    } else if (isa<GEPOperator>(Each) || isa<PHINode>(Each) || isa<SelectInst>(Each)) {
      if (!isa<PHINode>(Each) || AtStart)
        collectReads(*Each, AllAddresses, AtStart && !isa<PHINode>(Each), Reads);
    }
  }
}

/// True if the program certainly follows what it read. What is not followed when it is null is after a branch that
/// is decided at load time, if the variable is constant; otherwise the kernel does not know that it is null.
static bool isFollowed(const Value &Pointer, const Reach &Looked) {
  bool Follows = false;
  for (const User *Each : Pointer.users()) {
    const auto *I = dyn_cast<Instruction>(Each);
    if (!I || Looked.of(*I) != Reached::Surely)
      continue;
    if (const auto *Store = dyn_cast<StoreInst>(Each))
      Follows |= Store->getPointerOperand() == &Pointer;
    else if (const auto *Call = dyn_cast<CallBase>(Each))
      Follows |= Call->getCalledOperand() == &Pointer;
    else if (isa<LoadInst>(Each))
      Follows = true;
    else if (isa<GetElementPtrInst>(Each))
      Follows |= isFollowed(*Each, Looked);
  }
  return Follows;
}

/// True for an address that is only called: -Wbpf-indirect-call reports that at the same place.
static bool isOnlyCalled(const Instruction &Read) {
  return !Read.use_empty() && all_of(Read.uses(), [](const Use &Each) {
    const auto *Call = dyn_cast<CallBase>(Each.getUser());
    return Call && Call->isCallee(&Each);
  });
}

static Finding findingFor(const GlobalVariable &Variable, const GlobalValue &Held, const Instruction &At,
                          Severity Sev) {
  bool IsFunction = isa<Function>(Held);
  const auto *Text = dyn_cast<GlobalVariable>(&Held);
  bool IsText = Text && Text->hasInitializer() && isa<ConstantDataArray>(Text->getInitializer());
  Finding Found = findingAt(At, Check::PointerInData, Sev,
                            formatv("{0} contains the address of {1}, which no loader relocates: this reads 0",
                                    nameOf(Variable), Text ? nameOf(*Text) : formatv("'{0}'", Held.getName()).str()));
  if (Place Declared = declarationOf(Variable); Declared.Line)
    Found.Notes.push_back({formatv("{0} is declared here", nameOf(Variable)), Declared});
  Found.Notes.push_back({IsFunction ? "write a switch that calls them, or make them programs in a tail call map"
                         : IsText   ? "store the strings themselves, char names[][16] = {...}, or write a switch"
                                    : "store the data itself, or select a variable with a switch",
                         {}});
  return Found;
}

static void checkVariable(const GlobalVariable &Variable, const Reach &Looked, Report R) {
  const GlobalValue *Held = addressIn(*Variable.getInitializer());
  if (!Held)
    return;
  SmallVector<AddressRead, 8> Reads;
  collectReads(Variable, isAllAddresses(*Variable.getInitializer()), true, Reads);
  const Instruction *Perhaps = nullptr;
  for (const AddressRead &Each : Reads) {
    Reached Reach = Looked.of(*Each.Where);
    if (Reach == Reached::Never || isOnlyCalled(*Each.Where))
      continue;
    if (Reach == Reached::Surely && Each.IsAddress && isFollowed(*Each.Where, Looked)) {
      R(findingFor(Variable, *Held, *Each.Where, Severity::Rejected));
      return;
    }
    if (!Perhaps)
      Perhaps = Each.Where;
  }
  if (Perhaps)
    R(findingFor(Variable, *Held, *Perhaps, Severity::Fragile));
}

void checkPointerInData(const Module &M, const Target &T, Report R) {
  std::optional<Reach> Looked;
  for (const GlobalVariable &Variable : M.globals()) {
    if (!isGlobalData(Variable) || !Variable.hasInitializer() || Variable.getAddressSpace() != 0 ||
        Variable.use_empty())
      continue;
    if (!Looked)
      Looked.emplace(M);
    checkVariable(Variable, *Looked, R);
  }
}

} // namespace bpf
