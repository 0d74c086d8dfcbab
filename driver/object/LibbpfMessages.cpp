// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libbpf's callback has no context argument.
#include "driver/object/LibbpfMessages.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

static thread_local std::string Messages;

static int keep(libbpf_print_level Level, const char *Format, va_list Arguments) {
  char Line[512];
  int Length = vsnprintf(Line, sizeof(Line), Format, Arguments);
  if (Level == LIBBPF_WARN)
    Messages += Line;
  return Length;
}

LibbpfMessages::LibbpfMessages() : Before(libbpf_set_print(keep)) { Messages.clear(); }

LibbpfMessages::~LibbpfMessages() { libbpf_set_print(Before); }

StringRef LibbpfMessages::lines() { return Messages; }

std::string LibbpfMessages::text(const std::string &Object) {
  std::string Text = Regex("/proc/self/fd/[0-9]+").sub(Object, StringRef(Messages).trim());
  replace(Text, '\n', ' ');
  return Text;
}

} // namespace bpf
