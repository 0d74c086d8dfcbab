// The kinds of programs: the rows of ProgramTypes.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_PROGRAMTYPE_H
#define BPFTOOLCHAIN_PASSES_TARGET_PROGRAMTYPE_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace bpf {

struct ProgramType {
  llvm::StringRef Section;
  llvm::StringRef Name;    ///< of enum bpf_prog_type, without BPF_PROG_TYPE_
  llvm::StringRef Context; ///< the struct that it is called with; empty where nothing here asks for it
  bool HasOwnStack;        ///< frames are not added up where the kernel has private stacks
};

/// The kind of the program in that section; nothing for a section that the table does not know.
const ProgramType *programTypeOf(llvm::StringRef Section);

/// The kind that a user calls so: by the name that libbpf has for its sections, or by that of enum bpf_prog_type, in
/// capitals or not; nothing for another name.
const ProgramType *findProgramType(llvm::StringRef Name);

/// The names by sections that it takes, for messages.
std::vector<llvm::StringRef> programTypeNames();

} // namespace bpf

#endif
