// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The files that clang's own actions write: -E, -M, a precompiled header, what -save-temps keeps.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_CLANGOUTPUT_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_CLANGOUTPUT_H

#include "llvm/Support/VirtualOutputBackend.h"

namespace bpf {

/// Collects what clang writes and gives it to writeOutput() when clang keeps it: such files are replaced, or left, as
/// bpfcc's own are. clang reports what goes wrong.
class ClangOutput : public llvm::vfs::OutputBackend {
public:
  /// \param Failed  set where a file could not be written; outlives this and its clones.
  explicit ClangOutput(bool &Failed) : Failed(Failed) {}

protected:
  llvm::IntrusiveRefCntPtr<OutputBackend> cloneImpl() const override;
  llvm::Expected<std::unique_ptr<llvm::vfs::OutputFileImpl>>
  createFileImpl(llvm::StringRef Path, std::optional<llvm::vfs::OutputConfig> Config) override;

private:
  bool &Failed;
};

} // namespace bpf

#endif
