// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Definitions in section `maps` become maps that loaders read today: libbpf from 1.0 on, and with it ip, tc and
// bpftool, reject the old ones.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_CONVERTLEGACYMAPS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_CONVERTLEGACYMAPS_H

#include "passes/Check.h"

namespace llvm {
class Module;
}

namespace bpf {

/// How programs in sections ID/KEY are converted.
struct TailCalls {
  bool ByTc;          ///< tc puts each into its slot, by command: it rejects an object that does so itself
  bool RenamesTails;  ///< where libbpf knows their callers' section, theirs gets its name
  std::string Object; ///< its name, for the command
};

/// Converts every definition that loaders read to one in .maps, with its name, size and flags. PIN_GLOBAL_NS
/// becomes pinning by name; maps of maps get what their numbers said that they hold. Run it after optimisation, when it
/// is known what is done with each map.
/// \param R gets what is wrong with the others, which stay, and what cannot be kept.
/// \returns what the user has to do with the object.
std::vector<Note> convertLegacyMaps(llvm::Module &M, const TailCalls &Calls, Report R);

} // namespace bpf

#endif
