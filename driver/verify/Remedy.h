// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What to do where libbpf does not load an object; what the verifier says is driver/explain's.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_REMEDY_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_REMEDY_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace bpf {

/// One row of LibbpfRemedies.def.
struct RemedyRow {
  llvm::StringRef Words, Example, Note;
};
llvm::ArrayRef<RemedyRow> libbpfRemedies();

/// How to fix what a message of libbpf reports; empty if no row of LibbpfRemedies.def matches.
std::string libbpfRemedyOf(llvm::StringRef Message);

} // namespace bpf

#endif
