// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sets what clang's and LLVM's own code for BPF would have set from the start.
#include "driver/compile/Retarget.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

clang::TargetOptions targetOptions(const Target &T) {
  clang::TargetOptions Options;
  Options.Triple = T.objectTriple();
  Options.CPU = name(T.cpu());
  return Options;
}

Error checkFrontEnd(const clang::TargetInfo &FrontEnd, const Target &T) {
  uint64_t Bits = FrontEnd.getPointerWidth(clang::LangAS::Default);
  ByteOrder Order = FrontEnd.isLittleEndian() ? ByteOrder::Little : ByteOrder::Big;
  if (Bits == 64 && Order == T.order())
    return Error::success();
  return createStringError(inconvertibleErrorCode(),
                           formatv("the types of '{0}' are incompatible with BPF: {1}", FrontEnd.getTriple().str(),
                                   Bits == 64 ? "its byte order differs from the object's"
                                              : formatv("a pointer has {0} bits instead of 64", Bits).str())
                               .str());
}

/// Sets LLVM, which clang calls with the front end's options, to BPF instead.
static void setBackEnd(clang::CompilerInstance &Compiler, const Target &T) {
  clang::TargetOptions Options = targetOptions(T);
  // Made for what it writes into the options: the features in full.
  IntrusiveRefCntPtr<clang::TargetInfo> Machine =
      clang::TargetInfo::CreateTargetInfo(Compiler.getDiagnostics(), Options);
  Compiler.getTargetOpts() = Options;
  Compiler.getCodeGenOpts().CodeModel = "default";
  Compiler.getCodeGenOpts().RelocationModel = Reloc::Static;
}

void retarget(clang::CompilerInstance &Compiler, llvm::Module &M, const Target &T) {
  if (T.hasNativeFrontEnd())
    setBackEnd(Compiler, T);
  llvm::Triple Machine(T.objectTriple());
  M.setTargetTriple(Machine);
  M.setDataLayout(Machine.computeDataLayout());
  for (llvm::Function &F : M) {
    for (StringRef Attribute : {"target-cpu", "target-features", "tune-cpu"})
      F.removeFnAttr(Attribute);
    // A native front end asks for .eh_frame; nothing unwinds a BPF stack.
    F.removeFnAttr(llvm::Attribute::UWTable);
  }
}

} // namespace bpf
