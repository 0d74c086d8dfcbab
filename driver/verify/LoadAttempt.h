// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One attempt to load one program of an object, through libbpf.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_LOADATTEMPT_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_LOADATTEMPT_H

#include "driver/object/Object.h"
#include "llvm/ADT/StringRef.h"
#include <bpf/libbpf.h>
#include <memory>
#include <vector>

namespace bpf {

/// As what a program is loaded.
struct LoadType {
  bpf_prog_type Type = BPF_PROG_TYPE_UNSPEC; ///< where nobody tells
  bpf_attach_type Attach = {};
};

using OpenedObject = std::unique_ptr<bpf_object, void (*)(bpf_object *)>;

/// Null, with errno, where libbpf does not open it.
OpenedObject openObject(const NamedObject &Object);
/// In libbpf's order.
std::vector<bpf_program *> programsOf(bpf_object *Object);

/// What became of an attempt.
struct LoadAttempt {
  int Error = 0; ///< an errno
  std::string Log;
  std::string Said; ///< by libbpf
  std::vector<bpf_insn> Code;

  bool says(llvm::StringRef Words) const { return llvm::StringRef(Said).contains(Words); }
  /// The kernel itself said no to the program.
  bool isOfKernel() const { return Error && says("BPF program load failed"); }
  /// A map of programs is filled when all are loaded, and here it is one.
  bool isAccepted() const { return !Error || says("failed to initialize slot"); }
  /// What libbpf said first, without whom it speaks of: the rest follows from that.
  std::string firstWords() const;
};

/// Loads the program of that number, and what it needs, and lets go of all of it.
/// \param As        the type that it is loaded as.
/// \param LogLevel  as BPF_PROG_LOAD takes it; with 0 libbpf asks for the verdict without a log, and where that is a
///                  refusal again for its reason.
LoadAttempt tryToLoad(const NamedObject &Object, size_t Number, const LoadType &As, unsigned LogLevel, size_t LogBytes);

} // namespace bpf

#endif
