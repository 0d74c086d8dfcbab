// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a rejection means for the source.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_REMEDY_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_REMEDY_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace bpf {

/// How to fix what the verifier's message reports; empty if no row of Remedies.def matches.
std::string remedyOf(llvm::StringRef Message);

/// One row of Remedies.def.
struct RemedyRow {
  llvm::StringRef Words, Example, Note;
};
llvm::ArrayRef<RemedyRow> remedies();

/// The same for a message of libbpf, from LibbpfRemedies.def.
std::string libbpfRemedyOf(llvm::StringRef Message);
llvm::ArrayRef<RemedyRow> libbpfRemedies();

} // namespace bpf

#endif
