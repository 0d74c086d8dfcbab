// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Places and changes of the source in SARIF's terms: files as URIs, columns in code points.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_SARIFPLACES_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_SARIFPLACES_H

#include "clang/Basic/Diagnostic.h"
#include "llvm/Support/JSON.h"
#include <optional>

namespace bpf {

/// An artifactLocation. A relative path stays one, to the base that is called PWD.
llvm::json::Object artifact(llvm::StringRef Path);

/// The file: URI of a folder that is absolute, with the slash at its end.
std::string folderUri(llvm::StringRef Path);

/// How many characters a text in UTF-8 has; what is no UTF-8 counts somehow.
int64_t codePoints(llvm::StringRef Text);

class SarifPlaces {
public:
  /// \param Language of the source; null where it is not known, and then a place has no end.
  SarifPlaces(const clang::SourceManager &Sources, const clang::LangOptions *Language)
      : Sources(Sources), Language(Language) {}

  /// A physicalLocation: the token at a place, where clang would put the caret. Nothing where there is no place.
  std::optional<llvm::json::Object> physical(clang::SourceLocation Where) const;

  /// The artifactChanges that the hints come to; nothing without hints, or where one lies in a macro.
  std::optional<llvm::json::Array> changes(llvm::ArrayRef<clang::FixItHint> Hints) const;

private:
  /// Both in one file, and neither in a macro.
  struct Range {
    clang::SourceLocation Begin, End;
  };
  std::optional<Range> fileRange(clang::CharSourceRange Text) const;
  llvm::json::Object region(Range Text) const;
  int64_t column(clang::SourceLocation Where) const;

  const clang::SourceManager &Sources;
  const clang::LangOptions *Language;
};

} // namespace bpf

#endif
