// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// check_mem_size_reg() in kernel/bpf/verifier.c asks for both ends of a size.
#include "passes/checks/ValueBoundsSize.h"
#include "passes/analysis/FieldOffset.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MemoryObject.h"
#include "passes/analysis/OpenNumber.h"
#include "passes/analysis/ValueName.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// What a path leaves of a size.
struct Size {
  const CallBase *Call;
  unsigned Argument;
  OpenNumber Number;
  ConstantRange Left;
  bool IsUnbounded;
};

} // namespace

/// BPF_MAX_VAR_SIZ: from there on a size is no size for the kernel.
static constexpr uint64_t Unlimited = 1u << 29;

/// The bytes from an address to the end of its object, and what that is.
static std::optional<MemoryObject> roomAt(const Value &Address, const Function &F) {
  std::optional<AddressBehind> Behind = addressBehind(Address, F.getDataLayout());
  std::optional<MemoryObject> Object =
      Behind && !Behind->IsRelocated ? memoryObject(*Behind->Base, stackVariables(F)) : std::nullopt;
  if (!Object || Behind->Bytes > Object->Bytes)
    return std::nullopt;
  Object->Bytes -= Behind->Bytes;
  return Object;
}

static void report(const Size &Found, Severity Sev, const std::string &Message, std::string Remedy, Report R) {
  std::string Name = valueName(Found.Number.origin());
  Finding Said = findingAt(*Found.Call, Check::ValueBounds, Sev, (Name.empty() ? "this number" : Name) + Message);
  Said.Notes.push_back({"it comes from here", placeOf(Found.Number.origin())});
  Said.Notes.push_back({std::move(Remedy), {}});
  R(std::move(Said));
}

static void check(const Size &Found, const KernelCall &Called, Report R) {
  std::string Use = formatv(" as the size that {0}() gets", Called.Name);
  uint64_t Most = Found.Left.getUnsignedMax().getLimitedValue();
  if (Most >= Unlimited) {
    bool MayBeNegative = !Found.IsUnbounded && Found.Left.getSignedMin().isNegative();
    return report(Found, Severity::Rejected, (MayBeNegative ? " may be negative" : " has no bound") + Use,
                  MayBeNegative ? "compare it with 0 as well, or make it unsigned"
                                : "compare it with the size of the memory first, or mask it",
                  R);
  }
  std::optional<MemoryObject> Room = roomAt(*Found.Call->getArgOperand(Found.Argument - 1), *Found.Call->getFunction());
  if (Room && Most > Room->Bytes) {
    constexpr uint64_t Frame = 512;
    bool IsOnStack =
        !Room->IsBounded && isa<AllocaInst>(getUnderlyingObject(Found.Call->getArgOperand(Found.Argument - 1)));
    if (Room->IsBounded || !Found.IsUnbounded)
      return report(Found, Room->IsBounded || (IsOnStack && Most > Frame) ? Severity::Rejected : Severity::Fragile,
                    formatv(" may be {0}{1}, but {2} has {3} byte{4} there", Most, Use, Room->Name, Room->Bytes,
                            Room->Bytes == 1 ? "" : "s"),
                    "compare it with the size of the memory first", R);
  }
  if (!Called.argument(Found.Argument).MayBeNull && Found.Left.getUnsignedMin().isZero())
    report(Found, Severity::Rejected, formatv(" may be 0{0}, which does not accept that", Use),
           "return first if it is 0", R);
}

void checkSizes(const Module &M, CertainPaths &Paths, Report R) {
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      std::optional<KernelCall> Called = Call ? kernelCall(*Call) : std::nullopt;
      for (unsigned Each = 1; Called && Each < Call->arg_size(); ++Each) {
        if (Called->argument(Each).Kind != ArgumentKind::Size)
          continue;
        std::optional<OpenNumber> Number = OpenNumber::of(*Call->getArgOperand(Each));
        if (!Number)
          continue;
        auto Judge = [&](const PathTest &Test) {
          return Number->isComparedBy(*Test.Condition) ? Passes::Surely : Passes::IfOpen;
        };
        std::optional<PathTests> Path = Paths.to(I, {nullptr, Judge});
        ConstantRange Left = Path ? Number->on(*Path) : ConstantRange::getEmpty(64);
        if (!Left.isEmptySet())
          check({Call, Each, *Number, Left, Number->isUnbounded(*Path)}, *Called, R);
      }
    }
}

} // namespace bpf
