// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads !DILocation and !DISubprogram.
#include "passes/analysis/Location.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/Instruction.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace bpf {

std::string fileOf(const DIScope &Scope) {
  if (sys::path::is_absolute(Scope.getFilename()) || Scope.getDirectory().empty())
    return Scope.getFilename().str();
  SmallString<128> Path = Scope.getDirectory();
  sys::path::append(Path, Scope.getFilename());
  return Path.str().str();
}

static Place placeOf(const DILocation &Location) {
  const DISubprogram *Subprogram = Location.getScope()->getSubprogram();
  return {fileOf(*Location.getScope()), Location.getLine(), Location.getColumn(),
          Subprogram ? Subprogram->getName().str() : std::string()};
}

Place placeOf(const Function &F) {
  const DISubprogram *Subprogram = F.getSubprogram();
  if (!Subprogram)
    return {"", 0, 0, F.getName().str()};
  return {fileOf(*Subprogram), Subprogram->getLine(), 0, F.getName().str()};
}

Place placeOf(const DILocation *Location, const Function &In) {
  // Line 0 is LLVM's word for "belongs to no line any more".
  return Location && Location->getLine() ? placeOf(*Location) : placeOf(In);
}

Place placeOf(const Instruction &I) { return placeOf(I.getDebugLoc().get(), *I.getFunction()); }

static std::vector<Place> inlinedAt(const DILocation *Location) {
  std::vector<Place> Calls;
  while (Location && (Location = Location->getInlinedAt()))
    Calls.push_back(placeOf(*Location));
  return Calls;
}

std::vector<Place> inlinedAt(const Instruction &I) { return inlinedAt(I.getDebugLoc().get()); }

Finding findingAt(const Instruction &I, Check Kind, Severity Sev, std::string Message) {
  return {Kind, Sev, placeOf(I), std::move(Message), {}, inlinedAt(I)};
}

Finding findingAt(const DILocation &Where, Check Kind, Severity Sev, std::string Message) {
  return {Kind, Sev, placeOf(Where), std::move(Message), {}, inlinedAt(&Where)};
}

} // namespace bpf
