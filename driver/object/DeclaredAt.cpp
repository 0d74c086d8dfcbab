// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// By LLVM's reader of DWARF: a name of a global scope is a child of its unit.
#include "driver/object/DeclaredAt.h"
#include "llvm/DebugInfo/DWARF/DWARFContext.h"
#include "llvm/Object/ObjectFile.h"

using namespace llvm;

namespace bpf {

static bool isNamed(const DWARFDie &Entry, StringRef Name) {
  bool IsIt = Entry.getTag() == dwarf::DW_TAG_variable || Entry.getTag() == dwarf::DW_TAG_subprogram;
  const char *Found = IsIt ? Entry.getShortName() : nullptr;
  return Found && Found == Name;
}

static Place placeOf(const DWARFDie &Entry) {
  return {Entry.getDeclFile(DILineInfoSpecifier::FileLineInfoKind::RelativeFilePath), unsigned(Entry.getDeclLine()), 0,
          ""};
}

Place declaredAt(const object::ObjectFile &File, StringRef Name) {
  // What is damaged has no line: the message is about something else.
  auto Ignore = [](Error E) { consumeError(std::move(E)); };
  std::unique_ptr<DWARFContext> Dwarf =
      DWARFContext::create(File, DWARFContext::ProcessDebugRelocations::Process, nullptr, "", Ignore, Ignore);
  Place Found;
  for (const std::unique_ptr<DWARFUnit> &Unit : Dwarf->compile_units())
    for (const DWARFDie &Each : Unit->getUnitDIE(/*ExtractUnitDIEOnly=*/false)) {
      if (!isNamed(Each, Name))
        continue;
      Found = placeOf(Each);
      if (!Each.find(dwarf::DW_AT_declaration))
        return Found;
    }
  return Found;
}

} // namespace bpf
