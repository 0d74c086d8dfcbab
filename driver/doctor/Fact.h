// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What --doctor found out about this machine, line by line.
#ifndef BPFTOOLCHAIN_DRIVER_DOCTOR_FACT_H
#define BPFTOOLCHAIN_DRIVER_DOCTOR_FACT_H

#include <string>
#include <vector>

namespace bpf {

enum class Health {
  Good,
  Missing, ///< something does not work without it
  Needed,  ///< likewise, and that is a compile or --verify
  Unknown, ///< it could not be found out
};

struct Fact {
  std::string Topic; ///< lines of one topic follow each other
  std::string Name;
  std::string Value; ///< "yes", a version, a path
  Health State = Health::Good;
  std::string Remedy = {}; ///< what to do, or what does not work; empty where all is good
};

using Facts = std::vector<Fact>;

} // namespace bpf

#endif
