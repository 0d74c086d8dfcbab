// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The text of sources in DWARF's line table. bpfcc gives it to LLVM for the lines in .BTF.ext
// (driver/compile/EmbedSource), and LLVM keeps it in DWARF too, where it would double the size of some objects.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_EMBEDDEDSOURCES_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_EMBEDDEDSOURCES_H

#include "llvm/ADT/ArrayRef.h"

namespace llvm::object {
class ObjectFile;
}

namespace bpf {

/// Changes .debug_line of an object so that its files have no source, and makes .debug_line_str shorter, where it lies:
/// objcopy closes the gap. \param Read the same object.
/// \returns false, and the object is as it was, if there is no text of sources, or if the line table is of a form that
/// LLVM does not write for BPF.
bool dropSources(llvm::MutableArrayRef<char> Object, const llvm::object::ObjectFile &Read);

} // namespace bpf

#endif
