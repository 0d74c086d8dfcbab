// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names in the running kernel and its loaded modules: of functions and tracepoints that a program can attach to,
// and of types.
#ifndef BPFTOOLCHAIN_DRIVER_LOAD_KERNELNAMES_H
#define BPFTOOLCHAIN_DRIVER_LOAD_KERNELNAMES_H

#include "llvm/ADT/StringSet.h"
#include <map>
#include <string>

namespace bpf {

/// The kinds of names, each with its own list.
enum class KernelName {
  TypedFunction, ///< FUNC in BTF
  RawTracepoint, ///< the typedef btf_trace_NAME in BTF
  Symbol,        ///< code in /proc/kallsyms
  Tracepoint,    ///< GROUP/EVENT in tracefs
  Record,        ///< STRUCT and UNION in BTF
  Declared,      ///< FWD in BTF: a struct or union of which the kernel has no more than the name
};

/// Reads each list once, when it is first needed.
class KernelNames {
public:
  using List = llvm::StringSet<>;

  /// \param Root the folder that contains proc and sys; empty for the running kernel.
  explicit KernelNames(std::string Root = "") : Root(std::move(Root)) {}

  /// Empty if the list cannot be read.
  const List &of(KernelName Kind);

private:
  List read(KernelName Kind) const;

  std::string Root;
  std::map<KernelName, List> Lists;
};

} // namespace bpf

#endif
