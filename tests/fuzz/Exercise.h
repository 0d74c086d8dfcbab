// What is done with a graph that was decoded from arbitrary bytes: everything that the library offers.
#ifndef BPFTOOLCHAIN_TESTS_FUZZ_EXERCISE_H
#define BPFTOOLCHAIN_TESTS_FUZZ_EXERCISE_H

#include "btf/BTF.h"

namespace bpf::btf {

/// Ends the process where a promise of the library does not hold.
void require(bool Promise, const char *Which);

/// Calls each function that takes a graph.
void exercise(const TypeGraph &Types, std::shared_ptr<const TypeGraph> Base);
/// The same for what belongs to code.
void exercise(const Extension &Code, const TypeGraph &Types);

} // namespace bpf::btf

#endif
