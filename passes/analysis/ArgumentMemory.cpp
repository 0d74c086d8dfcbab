// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// For a helper the table of helpers knows, with the size of the map's key or value or the size argument; for another
// function its types. Who is known to neither may write everything.
#include "passes/analysis/ArgumentMemory.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/MapType.h"
#include "passes/analysis/TypedMemory.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstrTypes.h"

using namespace llvm;

namespace bpf {

/// The size of a memory argument: fixed, or from the size argument after it.
static std::optional<uint64_t> bytesOf(const CallBase &Call, const Helper &Called, unsigned Argument) {
  if (uint8_t Fixed = Called.argument(Argument).Bytes)
    return Fixed;
  if (Argument + 1 >= Call.arg_size() || Called.argument(Argument + 1).Kind != ArgumentKind::Size)
    return std::nullopt;
  const auto *Count = dyn_cast<ConstantInt>(Call.getArgOperand(Argument + 1));
  return Count ? std::optional(Count->getLimitedValue()) : std::nullopt;
}

static std::optional<uint64_t> bytesOfMap(const CallBase &Call, const Helper &Called, ArgumentKind Kind) {
  const auto *Map = find_if(Called.Arguments, [](ArgumentRule Each) { return Each.Kind == ArgumentKind::Map; });
  size_t Index = Map - Called.Arguments.begin();
  if (Index >= Call.arg_size())
    return std::nullopt;
  std::optional<MapType> Type = mapTypeOf(*Call.getArgOperand(Index));
  return !Type ? std::nullopt : Kind == ArgumentKind::Key ? Type->KeyBytes : Type->ValueBytes;
}

static ArgumentMemory ofHelper(const CallBase &Call, const Helper &Called, unsigned Argument) {
  ArgumentMemory Result{("bpf_" + Called.Name).str(), Called.argument(Argument).Kind, std::nullopt};
  switch (Result.Kind) {
  case ArgumentKind::Key:
  case ArgumentKind::Value:
    Result.Read = bytesOfMap(Call, Called, Result.Kind);
    break;
  case ArgumentKind::NewValue:
    Result.Written = bytesOfMap(Call, Called, Result.Kind);
    break;
  case ArgumentKind::Reads:
  case ArgumentKind::Sends:
    Result.Read = bytesOf(Call, Called, Argument);
    break;
  case ArgumentKind::Updates:
    Result.Read = Result.Written = bytesOf(Call, Called, Argument);
    break;
  case ArgumentKind::Writes:
    Result.Written = bytesOf(Call, Called, Argument);
    break;
  default:
    Result.Written = std::nullopt;
  }
  return Result;
}

ArgumentMemory argumentMemory(const CallBase &Call, unsigned Argument) {
  if (const Helper *Called = calledHelper(Call))
    return ofHelper(Call, *Called, Argument);
  const Function *Callee = Call.getCalledFunction();
  ArgumentMemory Result{Callee ? Callee->getName().str() : "", ArgumentKind::Reads, std::nullopt};
  if (std::optional<TypedMemory> Typed = typedMemory(Call, Argument)) {
    Result.Read = Typed->Bytes;
    Result.IsReadForSure = Typed->IsSure;
  }
  Result.Written = std::nullopt;
  return Result;
}

} // namespace bpf
