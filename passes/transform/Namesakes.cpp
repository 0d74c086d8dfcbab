// LLVM makes a new name unique by itself.
#include "passes/transform/Namesakes.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

static StringSet<> sectionsOf(const Module &M) {
  StringSet<> Sections;
  for (const GlobalObject &Object : M.global_objects())
    if (Object.hasSection())
      Sections.insert(Object.getSection());
  return Sections;
}

std::map<std::string, std::string> renameNamesakes(Module &M) {
  std::map<std::string, std::string> ToGiveBack;
  StringSet<> Sections = sectionsOf(M);
  for (Function &F : M) {
    std::string Name = F.getName().str();
    if (F.isDeclaration() || !Sections.contains(Name))
      continue;
    F.setName("_" + Name);
    ToGiveBack[F.getName().str()] = Name;
  }
  for (GlobalVariable &Variable : M.globals())
    if (Variable.getSection() == "license" && Sections.contains(Variable.getName()))
      Variable.setName("_" + Variable.getName());
  return ToGiveBack;
}

} // namespace bpf
