// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From an instruction of an object to its line, by .BTF.ext.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_CODEPLACE_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_CODEPLACE_H

#include "btf/BTF.h"
#include "passes/Check.h"

namespace bpf {

/// The line of the instruction that lies that many bytes behind the begin of the section; that of the nearest before it
/// where it has none of its own. Line 0 where the section has no lines.
Place placeOf(const btf::TypeFile &File, llvm::StringRef Section, uint64_t Instruction);

/// The same with the text of the line, which an object keeps.
struct CodeLine {
  Place Where;
  std::string Text;
};
CodeLine lineOf(const btf::TypeFile &File, llvm::StringRef Section, uint64_t Instruction);

} // namespace bpf

#endif
