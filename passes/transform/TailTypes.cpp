// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// By the sections of the callers, which TailSections finds.
#include "passes/transform/TailTypes.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "llvm/IR/Function.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

CallersType callersType(const GlobalVariable &Map, const ProgramSlots &Slots) {
  const ProgramSection *Type = nullptr;
  const Function *First = nullptr;
  std::string Why = "nothing in this source jumps to it";
  for (const Function *Each : callersOf(Map, Slots)) {
    const ProgramSection *Section = programSectionOf(*Each);
    if (!Section)
      return {};
    if (First && Type->Type != Section->Type)
      Why = formatv("'{0}' and '{1}' jump to it, and their types differ", First->getName(), Each->getName());
    else if (!First || Type->isOfIproute2())
      Type = Section;
    if (!First) {
      First = Each;
      Why = "";
    }
  }
  return Why.empty() ? CallersType{Type, ""} : CallersType{nullptr, Why};
}

Finding withoutType(const Function &Program, StringRef Why) {
  Finding Found{Check::SectionName, Severity::Advice, placeOf(Program), "", {}, {}};
  Found.Message = formatv("libbpf cannot derive the type of '{0}' in section '{1}': {2}", Program.getName(),
                          Program.getSection(), Why);
  Found.Notes.push_back(
      {formatv("set it with --program-type={0}:TYPE, for example {0}:xdp", Program.getSection()), {}});
  return Found;
}

} // namespace bpf
