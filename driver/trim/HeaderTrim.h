// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A compile that parses no more of large headers than its program names. Before the first of them the process is
// copied. The original parses what is kept; at the first diagnostic of the parser, or where the result depends on the
// rest, the copy goes on in its place, with whole headers.
//
//   watch() --> first large header: PrePass, Closure --> kept text --> parse, code --> settle() --> what was found
//                                   SpareProcess                   \--> diagnostic --> the copy: whole text --> parse,
//                                   code
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_HEADERTRIM_H
#define BPFTOOLCHAIN_DRIVER_TRIM_HEADERTRIM_H

#include "driver/trim/Checksums.h"
#include "driver/trim/Closure.h"
#include "driver/trim/PrePass.h"
#include "driver/trim/SpareProcess.h"

namespace bpf::trim {

class HeaderTrim {
public:
  /// \param KeepsDwarf whether the object will have DWARF, which shows types, lines and checksums of headers.
  /// \param OptionAgainst an option with which headers are not trimmed; empty without.
  HeaderTrim(bool KeepsDwarf, const std::string &OptionAgainst);
  ~HeaderTrim();

  /// Waits for the first large header. Call it when Compiler has its preprocessor.
  void watch(clang::CompilerInstance &Compiler);

  /// Gives the files of trimmed headers their real checksums in the debug information of M.
  void restoreChecksums(llvm::Module &M) const;

  /// Call it when all is known that will be printed about the program: from here on this process prints it.
  /// \param Object as LLVM makes it; may be empty.
  /// \param Named the locations that will be printed.
  /// Does not return where the object shows what was left out, or a location is in a trimmed header.
  void settle(clang::CompilerInstance &Compiler, llvm::StringRef Object, llvm::ArrayRef<clang::SourceLocation> Named);

  /// Call it when the compile is done. Does not return where it failed and settle() was not called: with whole headers
  /// it might not fail.
  void finish(bool IsGood);

  /// For -v, one line; empty where the program has no large header.
  std::string summary() const;

private:
  friend class HeaderWatcher;
  void trim(clang::CompilerInstance &Compiler);
  void replaceTexts(clang::CompilerInstance &Compiler, llvm::ArrayRef<Fate> Fates);

  bool isTrimmed(const clang::SourceManager &Sources, clang::SourceLocation Where) const;

  bool KeepsDwarf;
  bool HasLargeHeader = false;
  std::string WhyWhole; ///< why headers are not trimmed; empty where they are, or there is none
  SpareProcess Spare;
  std::unique_ptr<clang::DiagnosticConsumer> Printer;     ///< while another consumer is in its place
  std::unique_ptr<PrePass> Made;                          ///< null until there was a large header
  std::vector<std::unique_ptr<llvm::MemoryBuffer>> Texts; ///< given to clang in place of the files
  std::vector<ReplacedText> Replaced;
  size_t Kept = 0; ///< declarations
};

} // namespace bpf::trim

#endif
