// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The type of debug information behind typedefs and qualifiers.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_UNDERLYINGTYPE_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_UNDERLYINGTYPE_H

namespace llvm {
class DIType;
class GlobalVariable;
} // namespace llvm

namespace bpf {

/// The type behind typedefs, const, volatile and tags: a number, struct, array or pointer. Null for void.
const llvm::DIType *underlyingType(const llvm::DIType *Type);

/// What a pointer points to, without its names; null for void, and for what is no pointer.
const llvm::DIType *pointeeOf(const llvm::DIType *Type);

/// The type of a variable, without its names; null for one that is not described.
const llvm::DIType *typeOf(const llvm::GlobalVariable &Variable);

} // namespace bpf

#endif
