// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions and variables that are called like a section: `SEC("xdp") int xdp(...)`, `char license[] SEC("license")`.
// LLVM 22 gives every section a symbol of its name and then rejects the second one.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_NAMESAKES_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_NAMESAKES_H

#include <map>
#include <string>

namespace llvm {
class Module;
}

namespace bpf {

/// Renames them, also in assembly. Loaders find a license by its section, so its variable stays
/// renamed; a program is known by its name. Run it last before code generation.
/// \returns the names that functions must be given back in the object: from the name there to the name in the source.
std::map<std::string, std::string> renameNamesakes(llvm::Module &M);

} // namespace bpf

#endif
