// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program may read and write as much of the packet as it has compared with data_end before: check_packet_access() and
// find_good_pkt_pointers() in kernel/bpf/verifier.c (-Wbpf-packet-bounds). Reported is an access with a path to it that
// the verifier surely follows, and on which no comparison goes that far.
#include "passes/RunChecks.h"
#include "passes/analysis/CertainPath.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/OpenData.h"
#include "passes/analysis/PacketAddress.h"
#include "passes/analysis/PacketUses.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Dominators.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// What comparisons on a path say about the bytes that an access needs.
struct Compared {
  int64_t Proven = 0;                   ///< bytes
  const Value *Largest = nullptr;       ///< the comparison that proves them; null for none
  const Value *WrongWayRound = nullptr; ///< one that would prove enough, if the other result led to the access
};

class InFunction {
public:
  InFunction(const Function &F, CertainPaths &Paths, Report R) : F(F), Uses(F), Paths(Paths), R(R) {}

  void run();

private:
  bool mayBeCompared(const PacketAccess &Access) const;
  Passes pass(const PathTest &Each, const PacketAccess &Access, Compared &Found) const;
  std::optional<Compared> wrongPath(const PacketAccess &Access);
  void report(const PacketAccess &Access, const Compared &Path);

  const Function &F;
  PacketUses Uses;
  CertainPaths &Paths;
  Report R;
};

} // namespace

static int64_t endOf(const PacketAccess &Access) { return Access.At.Bytes + int64_t(Access.Bytes); }

/// A comparison of an address without a variable says nothing about one with it, and the other way round.
bool InFunction::mayBeCompared(const PacketAccess &Access) const {
  return any_of(Uses.tests(), [&](const PacketTest &Test) {
    std::optional<PacketAddress> Compared = packetAddress(*Test.Address);
    return !Compared || Compared->Variables.empty() == Access.At.Variables.empty();
  });
}

Passes InFunction::pass(const PathTest &Each, const PacketAccess &Access, Compared &Found) const {
  std::optional<PacketTest> Test = packetTest(*Each.Condition);
  if (!Test)
    return Passes::IfOpen;
  std::optional<PacketAddress> Address = packetAddress(*Test->Address);
  std::optional<int64_t> Bytes = provenBytes(*Test);
  if (Test->PassesIf != Each.Truth) {
    if (Bytes && *Bytes >= endOf(Access))
      Found.WrongWayRound = Each.Condition;
    return Passes::IfOpen;
  }
  // With a number that the verifier knows it may be the same address.
  if (!Address || !all_of(Address->Variables, isOpenOnEachPath))
    return Passes::Never;
  if (Address->Variables.empty() != Access.At.Variables.empty())
    return Passes::Surely;
  if (Bytes && *Bytes > Found.Proven) {
    Found.Proven = *Bytes;
    Found.Largest = Each.Condition;
  }
  // However long the verifier knows the packet to be, it may be longer.
  return *Bytes < endOf(Access) ? Passes::Surely : Passes::Never;
}

/// What is compared on a path on which that is not enough; nothing where there is no such path.
std::optional<Compared> InFunction::wrongPath(const PacketAccess &Access) {
  bool IsVariable = !Access.At.Variables.empty();
  if (IsVariable && (mayBeCompared(Access) || !all_of(Access.At.Variables, isOpenOnEachPath)))
    return std::nullopt;
  Compared Found;
  auto Judge = [&](const PathTest &Each) { return pass(Each, Access, Found); };
  return Paths.to(*Access.By, {nullptr, Judge}) ? std::optional(Found) : std::nullopt;
}

static std::string messageFor(const PacketAccess &Access, const Compared &Path, StringRef Program) {
  StringRef Verb = Access.Writes ? "writes" : "reads";
  if (!Access.At.Variables.empty())
    return formatv("'{0}' {1} the packet at a variable offset without comparing it with data_end", Program, Verb);
  int64_t Bytes = endOf(Access);
  std::string Start = formatv("'{0}' {1} {2} byte{3} of the packet", Program, Verb, Bytes, Bytes == 1 ? "" : "s");
  if (Path.Largest)
    return formatv("{0}, only {1} {2} checked", Start, Path.Proven, Path.Proven == 1 ? "is" : "are");
  return formatv("{0} without comparing {1} with data_end", Start, Bytes == 1 ? "it" : "them");
}

void InFunction::report(const PacketAccess &Access, const Compared &Path) {
  Finding Found = findingAt(*Access.By, Check::PacketBounds, Severity::Rejected, messageFor(Access, Path, F.getName()));
  auto Add = [&](const Value *Comparison, std::string Message) {
    if (const auto *At = dyn_cast_or_null<Instruction>(Comparison))
      Found.Notes.push_back({std::move(Message), placeOf(*At)});
  };
  Add(Path.Largest, formatv("this compare with data_end covers {0} bytes", Path.Proven));
  Add(Path.WrongWayRound, "this comparison leads here if the packet is too short");
  Found.Notes.push_back({Access.At.Variables.empty()
                             ? formatv("return first if data + {0} > data_end", endOf(Access)).str()
                             : "compare the end of what is used, with the offset in it, with data_end",
                         {}});
  R(std::move(Found));
}

void InFunction::run() {
  std::optional<DominatorTree> Order;
  SmallVector<const PacketAccess *> Wrong;
  for (const PacketAccess &Each : Uses.accesses()) {
    std::optional<Compared> Path = wrongPath(Each);
    if (!Path)
      continue;
    if (!Order)
      Order.emplace(const_cast<Function &>(F));
    // The verifier stops at the first on a path.
    if (none_of(Wrong, [&](const PacketAccess *Before) { return Order->dominates(Before->By, Each.By); }))
      report(Each, *Path);
    Wrong.push_back(&Each);
  }
}

void checkPacketBounds(const Module &M, const Target &T, Report R) {
  CertainPaths Paths(M);
  for (const Function &F : M)
    if (!F.isDeclaration())
      InFunction(F, Paths, R).run();
}

} // namespace bpf
