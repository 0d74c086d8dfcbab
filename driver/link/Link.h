// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Several objects become one: libbpf's linker, which merges their sections and their types.
#ifndef BPFTOOLCHAIN_DRIVER_LINK_LINK_H
#define BPFTOOLCHAIN_DRIVER_LINK_LINK_H

#include "driver/object/Object.h"
#include "passes/Check.h"
#include "llvm/ADT/ArrayRef.h"

namespace bpf {

/// Links in the given order; a single object is returned unchanged. DWARF is dropped; libbpf accepts objects of
/// the host's byte order only. The error is what is wrong with the objects: made for different instruction sets, of the
/// other byte order, or libbpf's message about them (a symbol defined twice, types that differ: a LinkConflict).
/// \param R gets what the linked object still lacks.
llvm::Expected<Bytes> linkObjects(llvm::MutableArrayRef<NamedObject> Objects, Report R);

} // namespace bpf

#endif
