// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The types of what a source uses and another one, or the kernel, defines. clang describes them for BPF alone, because
// loaders and linkers read them; for another machine's front end it has to be asked.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_EXTERNALTYPES_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_EXTERNALTYPES_H

namespace clang {
class ASTConsumer;
class ASTContext;
} // namespace clang
namespace llvm {
class Module;
}

namespace bpf {

/// Has the generator of IR describe the extern variables and functions that are used, as Sema does for BPF. To be
/// called when all is parsed, before the generator is.
void describeExternals(clang::ASTContext &Parsed, clang::ASTConsumer &Generator);

/// Removes declarations that only a description was made for.
void dropUnusedDeclarations(llvm::Module &M);

} // namespace bpf

#endif
