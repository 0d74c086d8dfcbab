// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One attempt to load one program of an object, through libbpf.
#ifndef BPFTOOLCHAIN_DRIVER_LOAD_LOADATTEMPT_H
#define BPFTOOLCHAIN_DRIVER_LOAD_LOADATTEMPT_H

#include "driver/object/KnownMessages.h"
#include "driver/object/Object.h"
#include "llvm/ADT/StringRef.h"
#include <bpf/libbpf.h>
#include <memory>
#include <vector>

namespace bpf {

/// The type that a program is loaded as.
struct LoadType {
  bpf_prog_type Type = BPF_PROG_TYPE_UNSPEC; ///< if it is unknown
  bpf_attach_type Attach = {};
};

using OpenedObject = std::unique_ptr<bpf_object, void (*)(bpf_object *)>;

/// Returns null and sets errno if libbpf cannot open it.
OpenedObject openObject(const NamedObject &Object);
/// In libbpf's order.
std::vector<bpf_program *> programsOf(bpf_object *Object);

/// The result of an attempt.
struct LoadAttempt {
  int Error = 0; ///< an errno
  std::string Log;
  std::string Messages; ///< of libbpf
  std::vector<bpf_insn> Code;

  bool reports(KnownMessage Message) const { return isMessage(Message, Messages); }
  /// The kernel itself rejected the program.
  bool isOfKernel() const { return Error && reports(KnownMessage::LoadFailed); }
  /// libbpf fills maps of programs after all programs are loaded; here only one is.
  bool isAccepted() const { return !Error || reports(KnownMessage::SlotNotFilled); }
  /// libbpf's first message, without the name of the program: later messages are consequences.
  std::string firstMessage() const;
};

/// Loads program \p Number and what it needs, and closes everything again.
/// \param As        the type that it is loaded as.
/// \param LogLevel  of BPF_PROG_LOAD; with 0 libbpf loads without a log, and after a
///                  rejection again for the reason.
LoadAttempt tryToLoad(const NamedObject &Object, size_t Number, const LoadType &As, unsigned LogLevel, size_t LogBytes);

} // namespace bpf

#endif
