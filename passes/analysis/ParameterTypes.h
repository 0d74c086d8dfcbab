// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The types of a function as the source declares them, which the kernel reads from BTF.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_PARAMETERTYPES_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_PARAMETERTYPES_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace llvm {
class DIType;
class Function;
} // namespace llvm

namespace bpf {

struct ParameterType {
  llvm::StringRef Name;
  const llvm::DIType *Type;
  bool IsTagged; ///< by a btf_decl_tag, as __arg_ctx and __arg_nonnull are
};

/// The parameters in their order; empty where debug information does not have all of them.
std::vector<ParameterType> parameterTypes(const llvm::Function &F);

/// What a function returns; null for void, and where nothing describes it.
const llvm::DIType *returnType(const llvm::Function &F);

} // namespace bpf

#endif
