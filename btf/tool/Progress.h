// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How far long work has come: one line on a terminal, nothing elsewhere.
#ifndef BPFTOOLCHAIN_BTF_TOOL_PROGRESS_H
#define BPFTOOLCHAIN_BTF_TOOL_PROGRESS_H

#include <cstdio>
#include <string>
#include <unistd.h>

namespace bpf::btf {

class Progress {
public:
  explicit Progress(size_t Total) : Total(Total), IsShown(Total > 1 && isatty(STDERR_FILENO)) {}
  ~Progress() { clear(); }

  /// One more is done.
  void step(const std::string &Name) {
    ++Count;
    if (IsShown)
      std::fprintf(stderr, "\r\033[K%zu of %zu: %s", Count, Total, Name.c_str());
  }
  /// Call it before printing something else.
  void clear() {
    if (IsShown)
      std::fprintf(stderr, "\r\033[K");
  }

private:
  size_t Total, Count = 0;
  bool IsShown;
};

} // namespace bpf::btf

#endif
