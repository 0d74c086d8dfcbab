// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libbpf's callback takes no context.
#include "driver/object/LibbpfWords.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

static thread_local std::string Said;

static int keep(libbpf_print_level Level, const char *Format, va_list Arguments) {
  char Line[512];
  int Length = vsnprintf(Line, sizeof(Line), Format, Arguments);
  if (Level == LIBBPF_WARN)
    Said += Line;
  return Length;
}

LibbpfWords::LibbpfWords() : Before(libbpf_set_print(keep)) { Said.clear(); }

LibbpfWords::~LibbpfWords() { libbpf_set_print(Before); }

StringRef LibbpfWords::lines() { return Said; }

std::string LibbpfWords::text(const std::string &Object) {
  std::string Text = Regex("/proc/self/fd/[0-9]+").sub(Object, StringRef(Said).trim());
  replace(Text, '\n', ' ');
  return Text;
}

} // namespace bpf
