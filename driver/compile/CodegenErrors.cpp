// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM has no numbers for these errors, only words: a table of regular expressions, tried one after the other.
#include "driver/compile/CodegenErrors.h"
#include "driver/object/FilledText.h"
#include "passes/target/CpuRelease.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

ArrayRef<CodegenErrorRow> codegenErrors() {
  static constexpr CodegenErrorRow Rows[] = {
#define CODEGEN_ERROR(Kind, Words, Example, Message, Note) {CodegenLimit::Kind, Words, Example, Message, Note},
#include "driver/compile/CodegenErrors.def"
  };
  return Rows;
}

std::optional<CodegenError> explainCodegenError(StringRef Words, StringRef Function, const Target &T) {
  for (const CodegenErrorRow &Row : codegenErrors()) {
    SmallVector<StringRef, 4> Matched;
    if (!Regex(Row.Words).match(Words, &Matched))
      continue;
    bool NamesFunction = Row.Kind == CodegenLimit::StructByValue && Matched.size() > 1;
    const std::pair<StringRef, std::string> Values[] = {{"$function", Function.str()},
                                                        {"$cpu", name(T.cpu()).str()},
                                                        {"$v4", firstKernelOf(Cpu::V4).text()},
                                                        {"$1", Matched.size() > 1 ? Matched[1].str() : ""}};
    return CodegenError{Row.Kind, NamesFunction ? Matched[1].str() : Function.str(), filledText(Row.Message, Values),
                        filledText(Row.Note, Values)};
  }
  return std::nullopt;
}

} // namespace bpf
