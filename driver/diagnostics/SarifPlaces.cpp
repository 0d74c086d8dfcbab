// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From clang's locations, which are bytes of files, to SARIF's.
#include "driver/diagnostics/SarifPlaces.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace llvm;

namespace bpf {

/// RFC 3986: whatever has a meaning in a URI is written as its number.
static std::string percentEncoded(StringRef Path) {
  std::string Text;
  for (char C : Path)
    Text += isAlnum(C) || StringRef("-._~/").contains(C) ? std::string(1, C) : formatv("%{0:X-2}", uint8_t(C)).str();
  return Text;
}

json::Object artifact(StringRef Path) {
  SmallString<128> Plain(Path);
  sys::path::remove_dots(Plain);
  if (sys::path::is_absolute(Plain))
    return json::Object{{"uri", "file://" + percentEncoded(Plain)}};
  return json::Object{{"uri", percentEncoded(Plain)}, {"uriBaseId", "PWD"}};
}

std::string folderUri(StringRef Path) { return "file://" + percentEncoded(Path) + (Path.ends_with("/") ? "" : "/"); }

int64_t codePoints(StringRef Text) {
  return count_if(Text, [](char C) { return (uint8_t(C) & 0xC0) != 0x80; });
}

int64_t SarifPlaces::column(clang::SourceLocation Where) const {
  auto [File, Offset] = Sources.getDecomposedLoc(Where);
  unsigned Bytes = Sources.getColumnNumber(File, Offset) - 1;
  return codePoints(Sources.getBufferData(File).substr(Offset - Bytes, Bytes)) + 1;
}

/// Lines as clang reports them, #line included.
json::Object SarifPlaces::region(Range Text) const {
  unsigned First = Sources.getPresumedLoc(Text.Begin).getLine(), Last = Sources.getPresumedLoc(Text.End).getLine();
  json::Object Region{{"startLine", First}, {"startColumn", column(Text.Begin)}, {"endColumn", column(Text.End)}};
  if (Last != First)
    Region["endLine"] = Last;
  return Region;
}

std::optional<json::Object> SarifPlaces::physical(clang::SourceLocation Where) const {
  if (Where.isInvalid())
    return std::nullopt;
  clang::SourceLocation Begin = Sources.getFileLoc(Where);
  PresumedLoc Presumed = Sources.getPresumedLoc(Begin);
  if (Presumed.isInvalid())
    return std::nullopt;
  json::Object Token{{"startLine", Presumed.getLine()}, {"startColumn", column(Begin)}};
  if (unsigned Length = Language ? Lexer::MeasureTokenLength(Begin, Sources, *Language) : 0)
    Token = region({Begin, Begin.getLocWithOffset(Length)});
  return json::Object{{"artifactLocation", artifact(Presumed.getFilename())}, {"region", std::move(Token)}};
}

std::optional<SarifPlaces::Range> SarifPlaces::fileRange(CharSourceRange Text) const {
  if (!Language)
    return std::nullopt;
  CharSourceRange Characters = Lexer::makeFileCharRange(Text, Sources, *Language);
  if (Characters.isInvalid() || !Text.getBegin().isFileID() || !Text.getEnd().isFileID())
    return std::nullopt;
  return Range{Characters.getBegin(), Characters.getEnd()};
}

std::optional<json::Array> SarifPlaces::changes(ArrayRef<FixItHint> Hints) const {
  json::Array Changes;
  for (const FixItHint &Hint : Hints) {
    std::optional<Range> Removed = fileRange(Hint.RemoveRange);
    if (!Removed)
      return std::nullopt;
    std::string Inserted = Hint.CodeToInsert;
    if (Hint.InsertFromRange.isValid())
      Inserted = Lexer::getSourceText(Hint.InsertFromRange, Sources, *Language).str();
    json::Object Replacement{{"deletedRegion", region(*Removed)},
                             {"insertedContent", json::Object{{"text", json::fixUTF8(Inserted)}}}};
    Changes.push_back(json::Object{{"artifactLocation", artifact(Sources.getPresumedLoc(Removed->Begin).getFilename())},
                                   {"replacements", json::Array{std::move(Replacement)}}});
  }
  if (Changes.empty())
    return std::nullopt;
  return Changes;
}

} // namespace bpf
