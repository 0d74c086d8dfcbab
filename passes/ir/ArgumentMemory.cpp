// For a helper the table of helpers knows, with the size of the map's key or value or the size argument; for another
// function its types. Who is known to neither may write everything.
#include "passes/ir/ArgumentMemory.h"
#include "passes/ir/HelperCall.h"
#include "passes/ir/MapType.h"
#include "passes/ir/TypedMemory.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstrTypes.h"

using namespace llvm;

namespace bpf {

/// The size argument after a memory argument, where there is one.
static std::optional<uint64_t> countAfter(const CallBase &Call, const Helper &Called, unsigned Argument) {
  if (Argument + 1 >= Call.arg_size() || Called.argument(Argument + 1) != 'N')
    return std::nullopt;
  const auto *Count = dyn_cast<ConstantInt>(Call.getArgOperand(Argument + 1));
  return Count ? std::optional(Count->getLimitedValue()) : std::nullopt;
}

static std::optional<uint64_t> bytesOfMap(const CallBase &Call, const Helper &Called, char Letter) {
  size_t Map = Called.Arguments.find('M');
  if (Map == StringRef::npos || Map >= Call.arg_size())
    return std::nullopt;
  std::optional<MapType> Type = mapTypeOf(*Call.getArgOperand(Map));
  return !Type ? std::nullopt : Letter == 'K' ? Type->KeyBytes : Type->ValueBytes;
}

static ArgumentMemory ofHelper(const CallBase &Call, const Helper &Called, unsigned Argument) {
  ArgumentMemory Result{("bpf_" + Called.Name).str(), Called.argument(Argument), std::nullopt};
  switch (Result.Letter) {
  case 'K':
  case 'V':
    Result.Read = bytesOfMap(Call, Called, Result.Letter);
    break;
  case 'R':
  case 'O':
    Result.Read = countAfter(Call, Called, Argument);
    break;
  case 'U':
    Result.Read = Result.Written = sizeof(uint32_t);
    break;
  case 'W':
    Result.Written = countAfter(Call, Called, Argument);
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
  ArgumentMemory Result{Callee ? Callee->getName().str() : "", 'R', std::nullopt};
  if (std::optional<TypedMemory> Typed = typedMemory(Call, Argument)) {
    Result.Read = Typed->Bytes;
    Result.IsReadForSure = Typed->IsSure;
  }
  Result.Written = std::nullopt;
  return Result;
}

} // namespace bpf
