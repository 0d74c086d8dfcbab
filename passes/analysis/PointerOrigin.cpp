// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Variables, results of calls into the kernel, and the parameter of a program.
#include "passes/analysis/PointerOrigin.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/MapType.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/Reach.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace bpf {

/// A lookup in a map of maps returns a map; one whose definition is unknown may.
static PointerOrigin ofLookup(const CallBase &Call) {
  std::optional<MapType> Map = mapTypeOf(*Call.getArgOperand(0)->stripPointerCasts());
  bool HasValues = Map && Map->ValueBytes && !Map->Inner && Map->Type;
  // BPF_MAP_TYPE_SOCKMAP and _SOCKHASH return a socket, _XSKMAP one of XDP's.
  constexpr uint64_t OfSockets[] = {12, 13, 15, 17, 18};
  return HasValues && !is_contained(OfSockets, *Map->Type) ? PointerOrigin::MapValue : PointerOrigin::Unknown;
}

static PointerOrigin ofResult(const CallBase &Call) {
  std::optional<KernelCall> Called = kernelCall(Call);
  if (!Called)
    return PointerOrigin::Unknown;
  switch (Called->Result.Kind) {
  case ResultKind::MapValue:
    return ofLookup(Call);
  case ResultKind::Record:
    return PointerOrigin::Record;
  case ResultKind::Socket:
    return PointerOrigin::Socket;
  case ResultKind::Memory:
    return StringRef(Called->Name).starts_with("bpf_dynptr_") ? PointerOrigin::Slice : PointerOrigin::Unknown;
  case ResultKind::Object:
    return StringRef(Called->Name).starts_with("bpf_obj_new") ? PointerOrigin::Object : PointerOrigin::Unknown;
  default:
    return PointerOrigin::Unknown;
  }
}

PointerOrigin pointerOrigin(const Value &Address) {
  const Value &Base = *Address.stripInBoundsConstantOffsets();
  if (isa<AllocaInst>(Base))
    return PointerOrigin::Stack;
  if (const auto *Call = dyn_cast<CallBase>(&Base))
    return ofResult(*Call);
  if (const auto *Variable = dyn_cast<GlobalVariable>(&Base)) {
    bool IsMap = &Base == &Address && mapTypeOf(*Variable).has_value();
    return IsMap ? PointerOrigin::Map : isGlobalData(*Variable) ? PointerOrigin::Global : PointerOrigin::Unknown;
  }
  const auto *Given = dyn_cast<Argument>(&Base);
  bool IsContext = Given && Given->getArgNo() == 0 && isProgram(*Given->getParent()) &&
                   programSectionOf(*Given->getParent()) && &Base == &Address;
  return IsContext ? PointerOrigin::Context : PointerOrigin::Unknown;
}

std::string describe(PointerOrigin Origin) {
  static constexpr const char *Words[] = {"",
                                          "a variable on the stack",
                                          "a global variable",
                                          "the value of a map",
                                          "a record of a ring buffer",
                                          "a slice of a dynptr",
                                          "the context",
                                          "a map",
                                          "a socket",
                                          "an object of bpf_obj_new()"};
  return Words[static_cast<unsigned>(Origin)];
}

} // namespace bpf
