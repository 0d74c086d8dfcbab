// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a refusal by the verifier means for the source.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_REMEDY_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_REMEDY_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace bpf {

/// What is to be done about the verifier's message; empty where Remedies.def knows nothing of it.
std::string remedyOf(llvm::StringRef Message);

/// One row of Remedies.def.
struct RemedyRow {
  llvm::StringRef Words, Example, Note;
};
llvm::ArrayRef<RemedyRow> remedies();

/// The same of a message of libbpf's, and the rows of LibbpfRemedies.def.
std::string libbpfRemedyOf(llvm::StringRef Message);
llvm::ArrayRef<RemedyRow> libbpfRemedies();

} // namespace bpf

#endif
