// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Waits in the preprocessor of the compile, and trims before the first large header is entered.
#include "driver/trim/HeaderTrim.h"
#include "driver/trim/KeptText.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/FormatVariadic.h"
#include <string_view>
#include <sys/mman.h>

using namespace clang;
using namespace llvm;

namespace bpf::trim {

/// A guess at what pays: much code, and no header in its beginning. The C library's and linux/bpf.h are comments for
/// the most part. (Of std::string_view, since its find() looks at many bytes at once.)
static bool mayBeLongList(std::string_view Text) {
  for (size_t Code = 0; Code < LeastBytes;) {
    std::string_view Rest = Text.substr(0, LeastBytes - Code);
    size_t Comment = Rest.find("/*");
    Rest = Rest.substr(0, Comment);
    Code += Rest.size();
    if (Rest.find("#include") != Rest.npos)
      return false;
    if (Comment == Rest.npos)
      return Code == LeastBytes;
    size_t End = Text.find("*/", Comment + 2);
    if (End == Text.npos)
      return false;
    Text.remove_prefix(End + 2);
  }
  return true;
}

/// Sees each header before it is entered.
class HeaderWatcher : public PPCallbacks {
public:
  HeaderWatcher(HeaderTrim &Trim, CompilerInstance &Compiler) : Trim(Trim), Compiler(Compiler) {}

  void InclusionDirective(SourceLocation, const Token &, StringRef, bool, CharSourceRange, OptionalFileEntryRef File,
                          StringRef, StringRef, const clang::Module *, bool, SrcMgr::CharacteristicKind) override {
    if (!File || File->getSize() < off_t(LeastBytes) || Trim.HasLargeHeader)
      return;
    auto Text = Compiler.getFileManager().getBufferForFile(*File);
    if (!Text || !mayBeLongList((*Text)->getBuffer()))
      return;
    Trim.HasLargeHeader = true;
    if (Trim.WhyWhole.empty())
      Trim.trim(Compiler);
  }

private:
  HeaderTrim &Trim;
  CompilerInstance &Compiler;
};

namespace {

/// In place of the printer, until settle(): whatever would be printed, the copy of the process prints.
class HandOver : public DiagnosticConsumer {
public:
  HandOver(SpareProcess &Spare, const DiagnosticConsumer &Before) : Spare(Spare) {
    // clang prints their number at the end of a compile.
    NumWarnings = Before.getNumWarnings();
  }
  void HandleDiagnostic(DiagnosticsEngine::Level, const Diagnostic &) override { Spare.takeOver(); }

private:
  SpareProcess &Spare;
};

} // namespace

HeaderTrim::HeaderTrim(bool KeepsDwarf, const std::string &OptionAgainst) : KeepsDwarf(KeepsDwarf) {
  if (!OptionAgainst.empty())
    WhyWhole = "because of '" + OptionAgainst + "'";
}

HeaderTrim::~HeaderTrim() = default;

void HeaderTrim::watch(CompilerInstance &Compiler) {
  Compiler.getPreprocessor().addPPCallbacks(std::make_unique<HeaderWatcher>(*this, Compiler));
}

/// Standard input and pipes are gone when they have been read.
static bool canBeReadTwice(CompilerInstance &Compiler) {
  OptionalFileEntryRef File =
      Compiler.getSourceManager().getFileEntryRefForID(Compiler.getSourceManager().getMainFileID());
  return File && Compiler.getFrontendOpts().Inputs.front().getFile() != "-" && !File->getFileEntry().isNamedPipe();
}

void HeaderTrim::trim(CompilerInstance &Compiler) {
  if (!canBeReadTwice(Compiler)) {
    WhyWhole = "because the source can be read only once";
    return;
  }
  if (Compiler.getDiagnostics().hasErrorOccurred()) {
    WhyWhole = "because of an error";
    return;
  }
  Made = runPrePass(Compiler);
  WhyWhole = Made->WhyNot;
  if (WhyWhole.empty() && Made->Files.empty())
    WhyWhole = "because none is a list of declarations";
  if (!WhyWhole.empty())
    return;
  std::vector<Fate> Fates = fatesOf(Made->Lists, Made->Names, /*MayPlace=*/!KeepsDwarf);
  switch (Spare.start()) {
  case SpareProcess::Role::Original:
    return replaceTexts(Compiler, Fates);
  case SpareProcess::Role::Spare:
    WhyWhole = "because of a diagnostic";
    return;
  case SpareProcess::Role::None:
    WhyWhole = "because no process can be started";
    return;
  }
}

/// Gives back the memory of a mapped file, 3 MB of a vmlinux.h: at most checksums read it again, from the file.
/// MemoryBuffer::dontNeedIfMmap() would ask glibc, which does nothing.
static void releasePages(const MemoryBuffer &Mapped) {
  if (Mapped.getBufferKind() == MemoryBuffer::MemoryBuffer_MMap)
    madvise(const_cast<char *>(Mapped.getBufferStart()), Mapped.getBufferSize(), MADV_DONTNEED);
}

void HeaderTrim::replaceTexts(CompilerInstance &Compiler, ArrayRef<Fate> Fates) {
  SourceManager &Sources = Compiler.getSourceManager();
  for (auto [File, Whole] : zip_equal(Made->Files, Made->Lists.All)) {
    // It came before the first large one, and has been parsed.
    if (Sources.translateFile(File).isValid())
      continue;
    std::string Text = keptText(Made->Lists, Whole, Fates, /*KeepsLines=*/KeepsDwarf);
    Texts.push_back(MemoryBuffer::getMemBufferCopy(Text, File.getName()));
    Replaced.push_back({Texts.back()->getBuffer(), Whole.Text});
    Sources.overrideFileContents(File, *Texts.back());
  }
  for (const std::unique_ptr<MemoryBuffer> &Each : Made->Texts)
    releasePages(*Each);
  Kept = count(Fates, Fate::Kept);
  DiagnosticsEngine &Engine = Compiler.getDiagnostics();
  Printer = Engine.takeClient();
  Engine.setClient(new HandOver(Spare, *Printer));
}

/// The kept text has other lines than the header. A macro's location leads to its definition, which may be in there.
bool HeaderTrim::isTrimmed(const SourceManager &Sources, SourceLocation Where) const {
  if (Where.isMacroID())
    return true;
  OptionalFileEntryRef File = Sources.getFileEntryRefForID(Sources.getFileID(Where));
  return File && is_contained(Made->Files, *File);
}

void HeaderTrim::settle(CompilerInstance &Compiler, StringRef Object, ArrayRef<SourceLocation> Named) {
  if (!Printer)
    return;
  auto IsTrimmed = [&](SourceLocation Where) { return isTrimmed(Compiler.getSourceManager(), Where); };
  if (Object.contains(PlaceholderMember) || any_of(Named, IsTrimmed))
    Spare.takeOver();
  Spare.release();
  Compiler.getDiagnostics().setClient(Printer.release());
}

void HeaderTrim::finish(bool IsGood) {
  if (Printer && !IsGood)
    Spare.takeOver();
  Spare.release();
}

std::string HeaderTrim::summary() const {
  if (!HasLargeHeader)
    return "";
  if (!WhyWhole.empty())
    return "headers are parsed whole " + WhyWhole;
  return formatv("{0} of {1} declarations in headers are parsed", Kept, Made->Lists.Declarations.size());
}

void HeaderTrim::restoreChecksums(llvm::Module &M) const {
  if (!Texts.empty() && KeepsDwarf)
    trim::restoreChecksums(M, Replaced);
}

} // namespace bpf::trim
