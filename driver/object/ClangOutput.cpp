// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A file of LLVM's virtual outputs that lies in memory until it is kept.
#include "driver/object/ClangOutput.h"
#include "driver/object/Output.h"
#include "llvm/ADT/SmallString.h"

using namespace llvm;

namespace bpf {

namespace {

class FileInMemory : public RTTIExtends<FileInMemory, vfs::OutputFileImpl> {
public:
  FileInMemory(StringRef Path, bool &Failed) : Path(Path), Failed(Failed) {}

  Error keep() override {
    std::error_code Code = errorToErrorCode(writeOutput(Path, Content));
    Failed |= bool(Code);
    // clang names the file itself.
    return errorCodeToError(Code);
  }
  Error discard() override { return Error::success(); }
  raw_pwrite_stream &getOS() override { return Stream; }

  static char ID;

private:
  std::string Path;
  bool &Failed;
  SmallString<0> Content;
  raw_svector_ostream Stream{Content};
};

char FileInMemory::ID;

} // namespace

IntrusiveRefCntPtr<vfs::OutputBackend> ClangOutput::cloneImpl() const {
  return makeIntrusiveRefCnt<ClangOutput>(Failed);
}

Expected<std::unique_ptr<vfs::OutputFileImpl>> ClangOutput::createFileImpl(StringRef Path,
                                                                           std::optional<vfs::OutputConfig>) {
  return std::make_unique<FileInMemory>(Path, Failed);
}

} // namespace bpf
