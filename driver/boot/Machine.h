// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A machine that boots a kernel: a qemu process, which ends with this one however that ends.
#ifndef BPFTOOLCHAIN_DRIVER_BOOT_MACHINE_H
#define BPFTOOLCHAIN_DRIVER_BOOT_MACHINE_H

#include "driver/object/MemoryFile.h"
#include "llvm/Support/Error.h"
#include <string>
#include <sys/types.h>

namespace bpf {

/// Who executes the machine's instructions: the processor, which needs /dev/kvm, or qemu, ten times as slowly.
enum class Acceleration { Kvm, Emulation };

/// True if this process may use /dev/kvm; a kernel may still not boot with it, as in a machine within another one.
bool mayUseKvm();

/// The path of qemu's program for x86-64; empty if it is not installed.
std::string findQemu();

class Machine {
public:
  /// Starts to boot. \param Archive see bootArchive(). Nothing is written to a disk.
  static llvm::Expected<Machine> start(llvm::StringRef Qemu, Acceleration How, llvm::StringRef Image,
                                       MemoryFile &Archive);
  Machine(Machine &&Other) noexcept;
  Machine(const Machine &) = delete;
  ~Machine();

  /// Appends what the machine writes to its second serial line to \p Text, as soon as it writes something.
  /// \returns false if it ended, or wrote nothing for \p Seconds.
  bool read(std::string &Text, unsigned Seconds);

  /// Ends it. \returns the last words of the kernel on its console, or else of qemu; empty if there are none.
  std::string end();

private:
  Machine();

  std::unique_ptr<MemoryFile> Console, Errors;
  pid_t Process = -1;
  int Line = -1; ///< the end of a pipe that is read
};

} // namespace bpf

#endif
