// Records of lines are in the order of instructions.
#include "driver/object/CodePlace.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"

using namespace llvm;

namespace bpf {

Place placeOf(const btf::TypeFile &File, StringRef Section, uint64_t Instruction) {
  Place Found;
  if (!File.Code)
    return Found;
  for (const auto &Each : File.Code->Lines) {
    if (StringRef(File.Types.text(Each.Section)) != Section)
      continue;
    auto After = partition_point(Each.Records, [&](const btf::LineInfo &L) { return L.Instruction <= Instruction; });
    if (After != Each.Records.begin())
      Found = {std::string(File.Types.text(After[-1].File)), After[-1].Line, After[-1].Column, ""};
  }
  return Found;
}

} // namespace bpf
