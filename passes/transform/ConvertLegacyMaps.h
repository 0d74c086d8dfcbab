// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Definitions in section `maps` become maps that loaders read today: libbpf from 1.0 on, and with it ip, tc and
// bpftool, refuse the old ones.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_CONVERTLEGACYMAPS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_CONVERTLEGACYMAPS_H

#include "passes/Check.h"

namespace llvm {
class Module;
}

namespace bpf {

/// What becomes of programs in sections ID/KEY.
struct TailCalls {
  bool ByTc;          ///< tc puts each into its slot, on command: it refuses an object that says so by itself
  bool RenamesTails;  ///< where libbpf knows their callers' section, theirs gets its name
  std::string Object; ///< its name, for the command
};

/// Turns every definition that loaders read into one in .maps, with the name, size and flags that it had. PIN_GLOBAL_NS
/// becomes pinning by name; maps of maps get what their numbers said that they hold. Run it after optimisation, when it
/// is known what is done with each map.
/// \param R gets what is wrong with the others, which stay, and what cannot be kept.
/// \returns what the user has to do with the object.
std::vector<Note> convertLegacyMaps(llvm::Module &M, const TailCalls &Calls, Report R);

} // namespace bpf

#endif
