// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Records of lines are in the order of instructions.
#include "driver/object/CodePlace.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"

using namespace llvm;

namespace bpf {

static bool isRelocated(const btf::Extension &Code, btf::StringOffset Section, uint64_t Instruction) {
  return any_of(Code.Relocations, [&](const auto &Each) {
    return Each.Section == Section &&
           any_of(Each.Records, [&](const btf::CoreRelocation &R) { return R.Instruction == Instruction; });
  });
}

CodeLine lineOf(const btf::TypeFile &File, StringRef Section, uint64_t Instruction) {
  CodeLine Found;
  if (!File.Code)
    return Found;
  for (const auto &Each : File.Code->Lines) {
    if (StringRef(File.Types.text(Each.Section)) != Section)
      continue;
    auto After = partition_point(Each.Records, [&](const btf::LineInfo &L) { return L.Instruction <= Instruction; });
    // LLVM gives an instruction with a CO-RE relocation line 0, so that it has no record: the access goes on behind it.
    bool IsCore = isRelocated(*File.Code, Each.Section, Instruction);
    bool HasOwn = After != Each.Records.begin() && After[-1].Instruction == Instruction;
    if (IsCore && !HasOwn && After != Each.Records.end())
      ++After;
    if (After != Each.Records.begin())
      Found = {{std::string(File.Types.text(After[-1].File)), After[-1].Line, After[-1].Column, ""},
               std::string(File.Types.text(After[-1].Text))};
  }
  return Found;
}

Place placeOf(const btf::TypeFile &File, StringRef Section, uint64_t Instruction) {
  return lineOf(File, Section, Instruction).Where;
}

} // namespace bpf
