// Why libbpf's linker does not take an object beside those before it, in words that say what to do.
#ifndef BPFTOOLCHAIN_DRIVER_LINKCONFLICT_H
#define BPFTOOLCHAIN_DRIVER_LINKCONFLICT_H

#include "driver/Link.h"

namespace bpf {

/// \param Said what libbpf said when it was given the last of the objects.
/// \returns empty where those words are not known here: then they have to do.
std::string explainConflict(llvm::StringRef Said, llvm::ArrayRef<NamedObject> Objects);

} // namespace bpf

#endif
