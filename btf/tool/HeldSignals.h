// Holds back what a user stops a process with, while a file is not whole.
#ifndef BPFTOOLCHAIN_BTF_TOOL_HELDSIGNALS_H
#define BPFTOOLCHAIN_BTF_TOOL_HELDSIGNALS_H

namespace bpf::btf {

/// While one lives, in whatever thread, SIGHUP, SIGINT, SIGQUIT and SIGTERM do nothing yet; the last one that goes lets
/// the one that came have its way.
class HeldSignals {
public:
  HeldSignals();
  HeldSignals(const HeldSignals &) = delete;
  HeldSignals &operator=(const HeldSignals &) = delete;
  ~HeldSignals();
};

} // namespace bpf::btf

#endif
