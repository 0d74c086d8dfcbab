// Helpers.def as an array, in the order of the numbers.
#include "passes/target/Helper.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include <climits>

using namespace llvm;

namespace bpf {

// The words of the license column.
static constexpr AnyLicense Any = {};
static constexpr AnyLicense Gpl = {{UINT_MAX, 0}, ""};
static constexpr AnyLicense GplUntil(unsigned Major, unsigned Minor) { return {{Major, Minor}, ""}; }
static constexpr AnyLicense GplExcept(StringRef Type, unsigned Major, unsigned Minor) { return {{Major, Minor}, Type}; }

static constexpr Helper Rows[] = {
#define HELPER(Number, Name, Major, Minor, Arguments, Moves, License)                                                  \
  {Number, Name, {Major, Minor}, Arguments, Moves, License},
#include "passes/target/Helpers.def"
};

const Helper *findHelper(unsigned Number) {
  const Helper *Row = lower_bound(Rows, Number, [](const Helper &Each, unsigned N) { return Each.Number < N; });
  return Row != std::end(Rows) && Row->Number == Number ? Row : nullptr;
}

static std::string licenseText(const AnyLicense &License) {
  if (License.Since == Any.Since)
    return "";
  if (License.Since == Gpl.Since)
    return "GPL";
  if (License.OnlyType.empty())
    return "GPL before " + License.Since.text();
  return formatv("GPL, except {0} programs from {1} on", License.OnlyType, License.Since.text());
}

std::string helperHelp() {
  std::string Text = "helpers, with the first release that has them, and the license that a program needs for them\n";
  for (const Helper &Row : Rows)
    Text += StringRef(formatv("  {0,-28} {1,-6} {2}", Row.Name, Row.Since.text(), licenseText(Row.License)).str())
                .rtrim()
                .str() +
            "\n";
  return Text;
}

} // namespace bpf
