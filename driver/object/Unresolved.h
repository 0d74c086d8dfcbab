// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an object uses and does not have.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_UNRESOLVED_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_UNRESOLVED_H

#include "passes/Check.h"
#include "llvm/Support/Error.h"
#include <map>

namespace llvm::object {
class SymbolRef;
}

namespace bpf {

/// Where a name is used first, and whose finding it is that nothing defines it: of a variable or of a function.
struct UnresolvedUse {
  Check Kind;
  Place Where; ///< line 0 in an object without .BTF.ext
};

/// The line of the code at a symbol, from the object's .BTF.ext; line 0 if it has none.
Place placeOf(llvm::StringRef Object, const llvm::object::SymbolRef &Symbol);

/// The names that an object uses and nothing defines: neither the object, nor the kernel as a __ksym or __kconfig,
/// which its BTF lists. libbpf rejects an object that has one ("failed to find BTF for extern").
llvm::Expected<std::map<std::string, UnresolvedUse>> unresolvedUses(llvm::StringRef Object);

} // namespace bpf

#endif
