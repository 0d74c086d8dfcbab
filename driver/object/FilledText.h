// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Texts of tables with names for what a message is about: "use $function() there".
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_FILLEDTEXT_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_FILLEDTEXT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <utility>

namespace bpf {

/// The text with every name replaced by its value, in the order of the names. A value is not searched for its own name.
std::string filledText(llvm::StringRef Text, llvm::ArrayRef<std::pair<llvm::StringRef, std::string>> Values);

} // namespace bpf

#endif
