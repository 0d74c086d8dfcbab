// The list of checks as an array.
#include "passes/Check.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace bpf {

static constexpr CheckRow Rows[] = {
#define CHECK(Id, Name, Stages, Summary) {Name, Stages, Summary},
#include "passes/Checks.def"
};

ArrayRef<CheckRow> checks() { return Rows; }

StringRef name(Check C) { return Rows[unsigned(C)].Name; }

std::optional<Check> findCheck(StringRef Name) {
  Name.consume_front("bpf-");
  const CheckRow *Row = find_if(Rows, [&](const CheckRow &Each) { return Each.Name == Name; });
  if (Row == std::end(Rows))
    return std::nullopt;
  return Check(Row - std::begin(Rows));
}

} // namespace bpf
