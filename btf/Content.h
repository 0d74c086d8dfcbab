// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The contents of a type itself, without the types that it refers to.
#ifndef BPFTOOLCHAIN_BTF_CONTENT_H
#define BPFTOOLCHAIN_BTF_CONTENT_H

#include "btf/BTF.h"
#include "btf/Mix.h"

namespace bpf::btf {

/// Equal for types with sameContent().
uint64_t contentHash(const TypeGraph &Types, TypeId Id);
/// Whether two types of one graph, in which each string is there once, differ at most in what they refer to. A data
/// section's content is its name.
bool sameContent(const TypeGraph &Types, TypeId A, TypeId B);

/// True for a forward declaration of a structure, a union or an enum.
inline bool isForward(const Type &T) {
  return T.Name && (T.What == Kind::Forward || (T.What == Kind::Enum && T.Count == 0));
}

} // namespace bpf::btf

#endif
