// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The structure that a forward declaration refers to.
#ifndef BPFTOOLCHAIN_BTF_FORWARDS_H
#define BPFTOOLCHAIN_BTF_FORWARDS_H

#include "btf/BTF.h"

namespace bpf::btf {

/// The forward declarations of one name and kind, and the types that they may be.
struct ForwardName {
  std::vector<TypeId> Forwards; ///< the graph's own
  std::vector<TypeId> Bodies;   ///< of the base too
};
/// In the order in which the names are declared first.
std::vector<ForwardName> forwardNames(const TypeGraph &Types);

} // namespace bpf::btf

#endif
