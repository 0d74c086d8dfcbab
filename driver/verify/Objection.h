// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Why no kernel can be asked about an object.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_OBJECTION_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_OBJECTION_H

#include "driver/object/Object.h"
#include "driver/process/Outcome.h"
#include "passes/target/Target.h"

namespace bpf {

struct Objection {
  Outcome Result;
  std::string Why;
};

/// Nothing for an object that libbpf may be given.
std::optional<Objection> objectionTo(const NamedObject &Object, const Target &T);

} // namespace bpf

#endif
