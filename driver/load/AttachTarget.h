// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a program attaches to, by its section, and whether the running kernel has it.
#ifndef BPFTOOLCHAIN_DRIVER_LOAD_ATTACHTARGET_H
#define BPFTOOLCHAIN_DRIVER_LOAD_ATTACHTARGET_H

#include "driver/load/KernelNames.h"
#include "llvm/ADT/ArrayRef.h"

namespace bpf {

/// A target that the kernel lacks.
struct MissingTarget {
  std::string Name;    ///< as in the section: "sched_swich", "sched/sched_swich"
  std::string What;    ///< "function", "tracepoint": the kind of target
  std::string Nearest; ///< the name that was probably meant; empty if none is similar enough
};

/// The target of a section, if the kernel lacks it.
/// \param Section as libbpf reports it, without the ? of a program that is loaded on request only
/// \param Others  the sections of all programs of the object: a name that one of them has is not suggested to another
/// \returns nothing if the kernel has the target, if the section names none (a pattern, an offset, no target at
///          all), or if the list of names cannot be read.
std::optional<MissingTarget> missingTarget(llvm::StringRef Section, llvm::ArrayRef<std::string> Others,
                                           KernelNames &Kernel);

} // namespace bpf

#endif
