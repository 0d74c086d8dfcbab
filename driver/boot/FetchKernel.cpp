// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Nothing is left to do here: signals and the exit code are the script's.
#include "driver/boot/FetchKernel.h"
#include <unistd.h>
#include <vector>

using namespace llvm;

namespace bpf {

Error fetchKernels(const std::string &Script, const std::string &Folder, ArrayRef<KernelVersion> Releases) {
  std::vector<std::string> Words = {Script, Folder};
  for (const KernelVersion &Each : Releases)
    Words.push_back(Each.text());
  std::vector<char *> Pointers;
  for (std::string &Each : Words)
    Pointers.push_back(Each.data());
  Pointers.push_back(nullptr);
  execv(Pointers[0], Pointers.data());
  return createFileError(Script, std::error_code(errno, std::generic_category()));
}

} // namespace bpf
