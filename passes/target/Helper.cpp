// Helpers.def as an array, in the order of the numbers.
#include "passes/target/Helper.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace bpf {

static constexpr Helper Rows[] = {
#define HELPER(Number, Name, Major, Minor, Arguments, Moves) {Number, Name, {Major, Minor}, Arguments, Moves},
#include "passes/target/Helpers.def"
};

const Helper *findHelper(unsigned Number) {
  const Helper *Row = lower_bound(Rows, Number, [](const Helper &Each, unsigned N) { return Each.Number < N; });
  return Row != std::end(Rows) && Row->Number == Number ? Row : nullptr;
}

} // namespace bpf
