// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Program types, and the sections that determine them: the rows of ProgramTypes.def.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_PROGRAMTYPE_H
#define BPFTOOLCHAIN_PASSES_TARGET_PROGRAMTYPE_H

#include "passes/target/ProgramTypeSet.h"
#include "passes/target/Releases.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>
#include <vector>

namespace bpf {

struct ProgramType {
  ProgramTypeId Id;
  llvm::StringRef Name;    ///< of enum bpf_prog_type, without BPF_PROG_TYPE_
  KernelVersion Since;     ///< the first kernel that has it
  llvm::StringRef Context; ///< the struct of linux/bpf.h that it is called with; empty for registers and arguments
  bool HasOwnStack;        ///< frames are not added up where the kernel has private stacks
  KernelVersion GplSince;  ///< from this release on every program of the type needs a license compatible with the GPL
};

/// A section of which libbpf, or a program that uses ip and tc, knows the kind.
struct ProgramSection {
  llvm::StringRef Pattern; ///< with + at its end / and more may follow
  llvm::StringRef Type;    ///< the name of a ProgramType
  KernelVersion Since;     ///< the libbpf that knows it first; past all releases where only iproute2 does
  KernelVersion Kernel;    ///< the first kernel on which a program of it can be attached

  /// The section without the + of the pattern.
  llvm::StringRef name() const { return Pattern.ends_with("+") ? Pattern.drop_back() : Pattern; }
  /// True for a name that libbpf matches with this section: sec_def_matches().
  bool matches(llvm::StringRef Section) const;
  bool isOfIproute2() const { return Since.Major == ~0u; }
  /// The section of that type for libbpf; of one of its own the same.
  llvm::StringRef nameForLibbpf() const { return !isOfIproute2() ? name() : Type == "XDP" ? "xdp" : "tc"; }
  const ProgramType &type() const;
  /// True where the program is loaded as one that may sleep (BPF_F_SLEEPABLE), or always may.
  bool sleeps() const { return name().ends_with(".s") || Type == "SYSCALL"; }
  /// True where the frames of calls are not added up: for iterators, of a type of which others are not, they are
  /// (bpf_prog_check_recur() in include/linux/bpf_verifier.h).
  bool hasOwnStack() const { return type().HasOwnStack && name() != "iter" && name() != "iter.s"; }
};

llvm::ArrayRef<ProgramType> programTypes();
const ProgramType &programType(ProgramTypeId Id);
llvm::ArrayRef<ProgramSection> programSections();

/// The types of --program-type=, by section as in the source.
using GivenTypes = std::map<std::string, const ProgramSection *>;

/// True where it is one of the sections that a row of a table names, with spaces between and * for any end.
bool isAmong(const ProgramSection &Section, llvm::StringRef Names);

/// The row that was probably meant by a section: anything after a known name and / or . is ignored. Nothing for a
/// section that the table does not know.
const ProgramSection *programSectionOf(llvm::StringRef Section);

/// The section as ip and tc understand it. ip uses XDP programs in `prog` by default, and tc others if asked to.
/// \param Context the struct that the program is called with, empty where it is not known.
llvm::StringRef sectionMeant(llvm::StringRef Section, llvm::StringRef Context);

/// The section for programs of the kind that a user calls so: by the name that libbpf has for it, or by that of enum
/// bpf_prog_type, in capitals or not; nothing for another name.
const ProgramSection *findProgramSection(llvm::StringRef Name);

/// The names that it accepts, for messages.
std::vector<llvm::StringRef> programSectionNames();

} // namespace bpf

#endif
