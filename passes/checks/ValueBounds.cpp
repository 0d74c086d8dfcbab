// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a program reads and writes has to lie inside of an object that the verifier knows: check_mem_region_access() and
// check_stack_access_within_bounds() in kernel/bpf/verifier.c (-Wbpf-value-bounds). Reported is an address, constant or
// with an index that is unknown before run time, that the comparisons on a path leave outside. Sizes: ValueBoundsSize.
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MemoryObject.h"
#include "passes/analysis/OpenNumber.h"
#include "passes/analysis/ValueName.h"
#include "passes/checks/ValueBoundsSize.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/IR/DataLayout.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Operator.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// Bytes that an instruction accesses: Offset + Scale * Index behind the beginning of an object.
struct Access {
  const Instruction *By;
  const Value *Base;
  std::optional<OpenNumber> Index; ///< none for a constant offset
  int64_t Scale = 0, Offset = 0;
  uint64_t Bytes = 0;
  bool HasOthers = false; ///< there are further indices
};

class InFunction {
public:
  InFunction(const Function &F, CertainPaths &Paths, Report R) : F(F), Paths(Paths), R(R) {}

  void run();

private:
  void check(const Access &Each);
  void checkIndex(const Access &Each, const MemoryObject &Object);
  void report(const Access &Each, Severity Sev, const std::string &Message, std::string Remedy);

  const Function &F;
  CertainPaths &Paths;
  Report R;
  std::optional<StackVariables> Names; ///< made at the first object
};

} // namespace

/// Nothing for an access to the beginning of what it is to.
static std::optional<Access> accessOf(const Instruction &I) {
  const Value *Address = getLoadStorePointerOperand(&I);
  const auto *Atomic = dyn_cast<AtomicRMWInst>(&I);
  if (!Address && !Atomic)
    return std::nullopt;
  const Type *Accessed = Atomic ? Atomic->getValOperand()->getType() : getLoadStoreType(&I);
  const DataLayout &Layout = I.getDataLayout();
  Access Found{&I, Atomic ? Atomic->getPointerOperand() : Address, std::nullopt};
  Found.Bytes = Layout.getTypeStoreSize(const_cast<Type *>(Accessed)).getFixedValue();
  if (!isa<GEPOperator>(Found.Base))
    return std::nullopt;
  while (const auto *Step = dyn_cast<GEPOperator>(Found.Base)) {
    SmallMapVector<Value *, APInt, 4> Variable;
    unsigned Bits = Layout.getIndexTypeSizeInBits(Step->getType());
    APInt Constant(Bits, 0);
    if (!Step->collectOffset(Layout, Bits, Variable, Constant))
      return std::nullopt;
    Found.Offset += Constant.getSExtValue();
    for (const auto &[Added, Scale] : Variable) {
      std::optional<OpenNumber> Index = Found.Index ? std::nullopt : OpenNumber::of(*Added);
      Found.HasOthers |= !Index;
      if (Index)
        Found.Index = Index, Found.Scale = Scale.getSExtValue();
    }
    Found.Base = Step->getPointerOperand();
  }
  return Found;
}

void InFunction::report(const Access &Each, Severity Sev, const std::string &Message, std::string Remedy) {
  std::string Index = valueName(Each.Index->origin());
  Finding Found = findingAt(*Each.By, Check::ValueBounds, Sev, (Index.empty() ? "this number" : Index) + Message);
  Found.Notes.push_back({"it comes from here", placeOf(Each.Index->origin())});
  Found.Notes.push_back({std::move(Remedy), {}});
  R(std::move(Found));
}

/// How far from its beginning an object can be at most for the verifier, which knows only frames and sections: of a
/// stack variable the frame.
static int64_t reachOf(const MemoryObject &Object, const Value &Base) {
  constexpr int64_t Frame = 512;
  return isa<AllocaInst>(Base) ? Frame : static_cast<int64_t>(Object.Bytes);
}

void InFunction::checkIndex(const Access &Each, const MemoryObject &Object) {
  auto Judge = [&](const PathTest &Test) {
    return Each.Index->isComparedBy(*Test.Condition) ? Passes::Surely : Passes::IfOpen;
  };
  std::optional<PathTests> Path = Paths.to(*Each.By, {nullptr, Judge});
  ConstantRange Left = Path ? Each.Index->on(*Path) : ConstantRange::getEmpty(64);
  if (Left.isEmptySet() || Each.Scale <= 0)
    return;
  std::string Name = valueName(*Each.Base);
  std::string Of = " as an index of " + (Name.empty() ? Object.Name : Name);
  constexpr unsigned Wide = 32;
  bool IsUnbounded = Each.Index->isUnbounded(*Path);
  if (IsUnbounded && Each.Index->origin().getType()->getIntegerBitWidth() >= Wide)
    return report(Each, Severity::Rejected, " has no bound" + Of,
                  "compare it with the number of elements first, or mask it");
  if (Each.HasOthers)
    return;
  // The product of a bound that is no bound may not be representable.
  constexpr int64_t Huge = int64_t{1} << 40;
  int64_t Least = std::max(Left.getSignedMin().getSExtValue(), -Huge);
  int64_t Most = std::min(Left.getSignedMax().getSExtValue(), Huge);
  int64_t Reach = reachOf(Object, *Each.Base);
  if (Least < 0 && Least * Each.Scale + Each.Offset < (Object.IsBounded ? 0 : -Reach))
    return report(Each, Severity::Rejected, " may be negative" + Of, "compare it with 0 as well, or make it unsigned");
  int64_t Room = static_cast<int64_t>(Object.Bytes) - Each.Offset - static_cast<int64_t>(Each.Bytes);
  if (Room < 0 || Most * Each.Scale <= Room || (IsUnbounded && !Object.IsBounded))
    return;
  bool IsRejected = Object.IsBounded || (isa<AllocaInst>(Each.Base) && Most * Each.Scale >= Reach);
  report(Each, IsRejected ? Severity::Rejected : Severity::Fragile,
         formatv(" may be {0}{1}, whose last element is {2}", Most, Of, Room / Each.Scale),
         "compare it with the number of elements first");
}

void InFunction::check(const Access &Each) {
  if (!Names)
    Names = stackVariables(F);
  std::optional<MemoryObject> Object = memoryObject(*Each.Base, *Names);
  if (!Object)
    return;
  if (Each.Index)
    return checkIndex(Each, *Object);
  int64_t End = Each.Offset + static_cast<int64_t>(Each.Bytes);
  if (Each.HasOthers || !Object->IsBounded || (Each.Offset >= 0 && End <= static_cast<int64_t>(Object->Bytes)) ||
      !Paths.to(*Each.By, {nullptr, [](const PathTest &) { return Passes::IfOpen; }}))
    return;
  Finding Found =
      findingAt(*Each.By, Check::ValueBounds, Severity::Rejected,
                formatv("byte {0} is outside of {1}, which has {2} byte{3}", Each.Offset < 0 ? Each.Offset : End - 1,
                        Object->Name, Object->Bytes, Object->Bytes == 1 ? "" : "s"));
  if (Object->Declared)
    Found.Notes.push_back(std::move(*Object->Declared));
  R(std::move(Found));
}

void InFunction::run() {
  for (const Instruction &I : instructions(F))
    if (std::optional<Access> Found = accessOf(I))
      check(*Found);
}

void checkValueBounds(const Module &M, const Target &T, Report R) {
  CertainPaths Paths(M);
  for (const Function &F : M)
    InFunction(F, Paths, R).run();
  checkSizes(M, Paths, R);
}

} // namespace bpf
