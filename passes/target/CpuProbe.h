// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which instruction set the running kernel takes: it is asked, not guessed from its release.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_CPUPROBE_H
#define BPFTOOLCHAIN_PASSES_TARGET_CPUPROBE_H

#include "passes/target/Target.h"

namespace bpf {

/// The newest instruction set of which the running kernel loads a two- or three-instruction program; nothing where
/// bpf() is not permitted, so that no answer says anything.
std::optional<Cpu> probeCpu();

} // namespace bpf

#endif
