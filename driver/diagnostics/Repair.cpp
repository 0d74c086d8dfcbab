// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang's Rewriter keeps the edited text; Output writes it.
#include "driver/diagnostics/Repair.h"
#include "driver/object/Output.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Rewrite/Core/Rewriter.h"
#include "llvm/Support/FormatVariadic.h"
#include <map>
#include <set>

using namespace clang;
using namespace llvm;

namespace bpf {

Error applyRepairs(CompilerInstance &Compiler, ArrayRef<FixItHint> Hints) {
  SourceManager &Sources = Compiler.getSourceManager();
  Rewriter Edits(Sources, Compiler.getLangOpts());
  std::set<clang::SourceLocation> Done;
  std::map<FileID, unsigned> Counts;
  for (const FixItHint &Each : Hints) {
    clang::SourceLocation Where = Each.RemoveRange.getBegin();
    // What cannot be edited (a macro) is left; one declaration is repaired once.
    if (!Done.insert(Where).second || Edits.InsertText(Where, Each.CodeToInsert))
      continue;
    ++Counts[Sources.getFileID(Where)];
  }
  for (const auto &[File, Count] : Counts) {
    OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
    if (!Entry || Entry->getName() == "<stdin>")
      return createStringError("--fix needs a source in a file, not standard input");
    const llvm::RewriteBuffer &Edited = Edits.getEditBuffer(File);
    std::string Text(Edited.begin(), Edited.end());
    if (Error E = rewriteSource(Entry->getName(), Text))
      return E;
    errs() << formatv("bpfcc: applied {0} fix{1} to '{2}'\n", Count, Count == 1 ? "" : "es", Entry->getName());
  }
  return Error::success();
}

} // namespace bpf
