// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Asks the running kernel, which frees the types when the descriptor is closed.
#include "btf/BTF.h"
#include <cerrno>
#include <cstring>
#include <linux/bpf.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace bpf::btf {

/// The errno of the call; 0 where the kernel took it. \p Log is filled where it is not empty.
static int load(ByteView Raw, std::string &Log) {
  bpf_attr Attributes = {};
  Attributes.btf = reinterpret_cast<uintptr_t>(Raw.data());
  Attributes.btf_size = Raw.size();
  if (!Log.empty()) {
    Attributes.btf_log_buf = reinterpret_cast<uintptr_t>(Log.data());
    Attributes.btf_log_size = Log.size();
    Attributes.btf_log_level = 1;
  }
  long File = syscall(SYS_bpf, BPF_BTF_LOAD, &Attributes, sizeof(Attributes));
  if (File < 0)
    return errno;
  close(int(File));
  return 0;
}

Result<KernelVerdict> loadIntoKernel(const TypeGraph &Types) {
  constexpr size_t LogBytes = 1 << 20;
  if (Types.base())
    return Error{"the kernel accepts no split BTF except that of its modules"};
  if (Types.Order != std::endian::native)
    return Error{"the kernel accepts only its own byte order"};
  Bytes Raw = encode(Types);
  std::string Log;
  int Why = load(Raw, Log);
  if (Why == EPERM || Why == EACCES)
    return Error{"asking the kernel needs CAP_BPF: run as root"};
  if (Why == ENOSYS || Why == ENOMEM)
    return makeError("the kernel cannot be asked: ", std::strerror(Why));
  if (Why) {
    // The log is of all types; where it does not fit, kernels from 6.4 keep its end, which is what counts.
    Log.resize(LogBytes);
    load(Raw, Log);
    Log.resize(std::strlen(Log.c_str()));
  }
  return KernelVerdict{Why == 0, Why ? std::strerror(Why) : "", std::move(Log)};
}

} // namespace bpf::btf
