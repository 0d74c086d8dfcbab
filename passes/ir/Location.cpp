// Reads !DILocation and !DISubprogram.
#include "passes/ir/Location.h"
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

Place placeOf(const Instruction &I) {
  // Line 0 is LLVM's word for "belongs to no line any more".
  if (const DILocation *Location = I.getDebugLoc(); Location && Location->getLine())
    return placeOf(*Location);
  return placeOf(*I.getFunction());
}

std::vector<Place> inlinedAt(const Instruction &I) {
  std::vector<Place> Calls;
  if (const DILocation *Location = I.getDebugLoc())
    while ((Location = Location->getInlinedAt()))
      Calls.push_back(placeOf(*Location));
  return Calls;
}

Finding findingAt(const Instruction &I, Check Kind, Severity How, std::string Message) {
  return {Kind, How, placeOf(I), std::move(Message), {}, inlinedAt(I)};
}

} // namespace bpf
