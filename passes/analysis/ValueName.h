// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the user calls a value.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_VALUENAME_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_VALUENAME_H

#include <string>

namespace llvm {
class Value;
}

namespace bpf {

/// "'count'" for a variable, "'rules' of 'table'" for a member that is read, "what bpf_get_prandom_u32() returns";
/// empty where debug information names nothing.
std::string valueName(const llvm::Value &V);

} // namespace bpf

#endif
