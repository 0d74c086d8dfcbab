// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the running kernel and its loaded modules have that a program can be attached to.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_KERNELNAMES_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_KERNELNAMES_H

#include "llvm/ADT/StringSet.h"
#include <map>
#include <string>

namespace bpf {

/// The kinds of names, each from a list of its own.
enum class KernelName {
  TypedFunction, ///< FUNC in BTF
  RawTracepoint, ///< the typedef btf_trace_NAME in BTF
  Symbol,        ///< code in /proc/kallsyms
  Tracepoint,    ///< GROUP/EVENT in tracefs
};

/// Reads each list once, when it is asked for first.
class KernelNames {
public:
  using List = llvm::StringSet<>;

  /// \param Root the folder in which proc and sys are; empty for the running kernel's.
  explicit KernelNames(std::string Root = "") : Root(std::move(Root)) {}

  /// Empty where the list cannot be read: then nothing is known of any name.
  const List &of(KernelName Kind);

private:
  List read(KernelName Kind) const;

  std::string Root;
  std::map<KernelName, List> Lists;
};

} // namespace bpf

#endif
