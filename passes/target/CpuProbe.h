// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The instruction set that the running kernel accepts: it is asked, not derived from its release.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_CPUPROBE_H
#define BPFTOOLCHAIN_PASSES_TARGET_CPUPROBE_H

#include "passes/target/Target.h"

namespace bpf {

/// The newest instruction set of which the running kernel loads a two- or three-instruction program; nothing where
/// bpf() is not permitted, so there is no answer.
std::optional<Cpu> probeCpu();

} // namespace bpf

#endif
