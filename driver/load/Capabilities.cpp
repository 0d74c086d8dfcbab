// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// capget(2) and capset(2): removed only from the effective set, so that they can be restored.
#include "driver/load/Capabilities.h"
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

// Missing in older headers.
#ifndef CAP_PERFMON
#define CAP_PERFMON 38
#define CAP_BPF 39
#endif

namespace bpf {

namespace {

/// The three sets of this thread, each in two words.
struct Sets {
  __user_cap_header_struct Header = {_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct Data[2] = {};

  Sets() { syscall(SYS_capget, &Header, Data); }
  uint64_t effective() const { return Data[0].effective | uint64_t(Data[1].effective) << 32; }
  void setEffective(uint64_t Bits) {
    Data[0].effective = uint32_t(Bits);
    Data[1].effective = uint32_t(Bits >> 32);
    syscall(SYS_capset, &Header, Data);
  }
};

} // namespace

static uint64_t bit(Capability C) {
  switch (C) {
  case Capability::Bpf:
    return uint64_t(1) << CAP_BPF;
  case Capability::NetAdmin:
    return uint64_t(1) << CAP_NET_ADMIN;
  case Capability::Perfmon:
    return uint64_t(1) << CAP_PERFMON;
  case Capability::SysAdmin:
    return uint64_t(1) << CAP_SYS_ADMIN;
  }
  return 0;
}

LoaderCapabilities::LoaderCapabilities(const Target &T) {
  Sets Process;
  Before = Process.effective();
  uint64_t Left = Before;
#define CAPABILITY(Id, Name, Opens)                                                                                    \
  if (!T.may(Capability::Id))                                                                                          \
    Left &= ~bit(Capability::Id);
#include "passes/target/Capabilities.def"
  if (Left != Before)
    Process.setEffective(Left);
}

LoaderCapabilities::~LoaderCapabilities() {
  Sets Process;
  if (Process.effective() != Before)
    Process.setEffective(Before);
}

bool mayLoadEveryType() {
  uint64_t Parts = bit(Capability::Bpf) | bit(Capability::NetAdmin) | bit(Capability::Perfmon);
  uint64_t Has = Sets().effective();
  return Has & bit(Capability::SysAdmin) || (Has & Parts) == Parts;
}

} // namespace bpf
