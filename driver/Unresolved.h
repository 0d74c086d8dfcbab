// What a linked object still lacks.
#ifndef BPFTOOLCHAIN_DRIVER_UNRESOLVED_H
#define BPFTOOLCHAIN_DRIVER_UNRESOLVED_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace bpf {

/// The names that an object uses and nothing defines: neither the object, nor the kernel as a __ksym or __kconfig,
/// which its BTF lists. Sorted. libbpf refuses an object that has one ("failed to find BTF for extern").
llvm::Expected<std::vector<std::string>> unresolvedNames(llvm::StringRef Object);

} // namespace bpf

#endif
