// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A type of the source's own that has the name of one which the kernel only declares.
#ifndef BPFTOOLCHAIN_DRIVER_LOAD_DECLAREDTYPE_H
#define BPFTOOLCHAIN_DRIVER_LOAD_DECLAREDTYPE_H

#include "driver/load/KernelNames.h"

namespace bpf {

/// What to do about a CO-RE relocation that failed because the kernel has no more of the type than its name. A
/// vmlinux.h that declares it where preserve_access_index applies makes a later definition, which is the source's own,
/// relocatable.
/// \param Log of libbpf and the verifier
/// \returns empty for another failure.
std::string remedyOfDeclaredType(llvm::StringRef Log, KernelNames &Kernel);

} // namespace bpf

#endif
