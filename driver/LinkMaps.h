// Maps that several objects of a link define.
#ifndef BPFTOOLCHAIN_DRIVER_LINKMAPS_H
#define BPFTOOLCHAIN_DRIVER_LINKMAPS_H

#include "driver/Link.h"

namespace bpf {

/// The error names the first such map, and two objects that define it.
llvm::Error checkMapsOnce(llvm::ArrayRef<NamedObject> Objects);

} // namespace bpf

#endif
