// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The user's names, from the line of the source that an object or a log keeps. A line of debug information has no
// names of variables in it; its column leads to them. Where the text leaves a doubt there is no name.
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_SOURCELINE_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_SOURCELINE_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace bpf {

/// What is dereferenced at that column (from 1): "v" of "v->count", "*v = 1", "v[i]"; empty where it is not sure.
llvm::StringRef pointerAt(llvm::StringRef Line, unsigned Column);

/// The same with what is read of it: "v->count", "*v", "v[i]".
llvm::StringRef accessAt(llvm::StringRef Line, unsigned Column);

/// The arguments of the call of that function at that column, or else of the first one in the line; nothing where the
/// line has none, or not all of it.
std::optional<std::vector<llvm::StringRef>> argumentsOf(llvm::StringRef Line, llvm::StringRef Function,
                                                        unsigned Column);

/// The variable that the result of the call is stored in: "v" of "struct value *v = bpf_map_lookup_elem(..."; empty
/// where it is stored in none.
llvm::StringRef resultOf(llvm::StringRef Line, llvm::StringRef Function, unsigned Column);

/// The variable that the statement at that column (from 1; 0 for the first one) assigns or declares: "data" of
/// "void *data = (void *)(long)ctx->data;".
llvm::StringRef assignedIn(llvm::StringRef Line, unsigned Column);

/// The variable that an expression is made from: "ptr" of "&ptr + 8", "v" of "v->task", "f" of "(void *)f"; empty where
/// it is made from none, or from more than one.
llvm::StringRef variableOf(llvm::StringRef Expression);

/// Where the line declares a variable or a parameter of that name; npos where it does not.
size_t declarationIn(llvm::StringRef Line, llvm::StringRef Name);

} // namespace bpf

#endif
