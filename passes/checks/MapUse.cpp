// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Helpers accept maps of some types: check_map_func_compatibility() in kernel/bpf/verifier.c (-Wbpf-map-use). The type
// comes from the definition of the map, the rest from the rows MAP_HELPER, HELPER_MAP and MAP_HELPER_CALLERS of
// MapTypes.def.
#include "passes/RunChecks.h"
#include "passes/analysis/CallingPrograms.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MapType.h"
#include "passes/analysis/Reach.h"
#include "passes/target/MapHelpers.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// A map that is an argument of a helper, and the rule of its type.
struct MapArgument {
  const GlobalVariable *Map;
  const MapRule *Type;
};

} // namespace

static std::optional<MapArgument> mapArgument(const CallBase &Call, const Helper &Called) {
  for (const Use &Each : Call.args()) {
    if (Called.argument(Each.getOperandNo()).Kind != ArgumentKind::Map)
      continue;
    const auto *Map = dyn_cast<GlobalVariable>(Each->stripPointerCasts());
    std::optional<MapType> Defined = Map ? mapTypeOf(*Map) : std::nullopt;
    const MapRule *Type = Defined && Defined->Type ? findMapRule(*Defined->Type) : nullptr;
    return Type ? std::optional(MapArgument{Map, Type}) : std::nullopt;
  }
  return std::nullopt;
}

/// What is left once both are there: that they are is for other checks.
static Releases together(const MapRule &Type, const Helper &Called, const ProgramSection &Section) {
  Releases There = accepting(Type, Called) & acceptingIn(Section, Type, Called);
  return !There.isEmpty() && There.Since == std::max(Type.Since, Called.Since) ? Releases{{}, There.Until} : There;
}

static std::string messageFor(const MapArgument &Given, const Helper &Called, const RejectedUse &Use) {
  bool DependsOnProgram = acceptingIn(Use.Section, *Given.Type, Called) != Releases::all();
  std::string Programs =
      DependsOnProgram ? formatv(", in programs in section '{0}'", Use.Program.getSection()).str() : "";
  std::string Kernels =
      Use.Why.accepting().isEmpty() ? "" : formatv("; kernels {0} reject it", Use.Why.rejecting()).str();
  return formatv("bpf_{0}() does not accept '{1}', a map of type {2}{3}{4}", Called.Name, Given.Map->getName(),
                 Given.Type->Name, Programs, Kernels);
}

void checkMapUse(const Module &M, const Target &T, Report R) {
  Reach Looked(M);
  CallingPrograms Programs(M, T);
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      const Helper *Called = Call ? calledHelper(*Call) : nullptr;
      std::optional<MapArgument> Given = Called ? mapArgument(*Call, *Called) : std::nullopt;
      if (!Given || Looked.of(I) != Reached::Surely)
        continue;
      auto Use =
          Programs.rejects(F, [&](const ProgramSection &Section) { return together(*Given->Type, *Called, Section); });
      if (!Use)
        continue;
      Finding Found = findingAt(I, Check::MapUse, Use->Sev, messageFor(*Given, *Called, *Use));
      Found.Notes.push_back({formatv("'{0}' is defined here", Given->Map->getName()), declarationOf(*Given->Map)});
      R(std::move(Found));
    }
}

} // namespace bpf
