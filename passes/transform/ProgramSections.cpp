// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libbpf knows a program's type by the name of its section and nothing else (section_defs); programs may share one.
#include "passes/transform/ProgramSections.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/TailSections.h"
#include "llvm/IR/Module.h"
#include <set>

using namespace llvm;

namespace bpf {

void applyProgramType(Function &F, const ProgramSection &Type, bool Renames) {
  setProgramType(F, Type);
  if (Renames)
    F.setSection(Type.name());
}

std::vector<std::string> applyProgramTypes(Module &M, const GivenTypes &Types, bool Renames) {
  std::set<std::string> Applied;
  for (Function &F : M) {
    auto Given = F.hasSection() ? Types.find(F.getSection().str()) : Types.end();
    if (Given == Types.end() || !isProgram(F))
      continue;
    Applied.insert(Given->first);
    // Its section says into which map it belongs.
    applyProgramType(F, *Given->second, Renames && !tailProgram(F));
  }
  std::vector<std::string> Unused;
  for (const auto &[Section, Type] : Types)
    if (!Applied.count(Section))
      Unused.push_back(Section);
  return Unused;
}

} // namespace bpf
