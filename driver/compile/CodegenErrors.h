// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What LLVM cannot generate code for, in words about the source instead of LLVM's about its nodes and library calls.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_CODEGENERRORS_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_CODEGENERRORS_H

#include "passes/target/Target.h"
#include "llvm/ADT/ArrayRef.h"

namespace bpf {

/// What BPF does not have; a function with several places of one kind gets one error.
enum class CodegenLimit {
  FloatingPoint,
  Integer128,
  Library,
  StructByValue,
  LargeReturn,
  DynamicStack,
  SignedDivision,
  StackLimit,
  ComputedGoto,
  NamedRegister,
};

/// An error of code generation as bpfcc reports it.
struct CodegenError {
  CodegenLimit Kind;
  std::string Function; ///< the one to change; not always the one in which LLVM met it
  std::string Message;
  std::string Note; ///< what to do
};

/// The rows of CodegenErrors.def.
struct CodegenErrorRow {
  CodegenLimit Kind;
  llvm::StringRef Words, Example, Message, Note;
};
llvm::ArrayRef<CodegenErrorRow> codegenErrors();

/// \param Words LLVM's message.
/// \param Function in which it met the problem; may be empty.
/// \returns nothing for words that no row has.
std::optional<CodegenError> explainCodegenError(llvm::StringRef Words, llvm::StringRef Function, const Target &T);

} // namespace bpf

#endif
