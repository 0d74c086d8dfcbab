// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Loaders frame a log with words of their own, and indent it or put their name before each line.
#include "driver/verify/ExplainLog.h"
#include "driver/explain/VerifierLog.h"
#include "driver/process/PrintError.h"
#include "driver/verify/ShowRejection.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace bpf {

namespace {

struct ProgramLog {
  std::string Program; ///< empty where the loader does not say
  std::string Text;
};

} // namespace

/// The name in "prog 'f': ..." of libbpf, "program f: load program: ..." of cilium/ebpf, "Prog section 'f' rejected" of
/// tc.
static StringRef programNamed(StringRef Line) {
  for (StringRef Mark : {"prog '", "Prog section '"})
    if (size_t At = Line.find(Mark); At != StringRef::npos)
      return Line.drop_front(At + Mark.size()).split('\'').first;
  if (size_t At = Line.find("program "); At != StringRef::npos && Line.contains(": load program"))
    return Line.drop_front(At + StringRef("program ").size()).split(':').first;
  return "";
}

/// Without what a loader puts before the verifier's words.
static StringRef plain(StringRef Line) {
  Line = Line.rtrim('\r');
  Line.consume_front("libbpf: ");
  return Line.starts_with("\t") ? Line.ltrim('\t') : Line;
}

static std::vector<ProgramLog> programsIn(StringRef Log) {
  std::vector<ProgramLog> Programs;
  std::string Name;
  for (StringRef Each : split(Log, '\n')) {
    StringRef Line = plain(Each);
    if (StringRef Named = programNamed(Line); !Named.empty())
      Name = Named.str();
    // What was before a frame belongs to no log, and neither does what comes after.
    bool IsBegin = Line.contains("BEGIN PROG LOAD LOG") || Line.starts_with("Verifier analysis:");
    if (IsBegin || Programs.empty())
      Programs.push_back({Name, ""});
    if (IsBegin)
      continue;
    if (Programs.back().Program.empty())
      Programs.back().Program = Name;
    if (Line.contains("END PROG LOAD LOG"))
      Programs.push_back({"", ""});
    else
      Programs.back().Text += (Line + "\n").str();
  }
  return Programs;
}

/// Some loaders say more behind the log, in lines of their own.
static std::string upToSum(StringRef Text) {
  size_t Sum = Text.rfind("\nprocessed ");
  return Sum == StringRef::npos ? Text.str() : Text.take_front(Text.find('\n', Sum + 1)).str();
}

static Outcome fail(const Twine &Why, Outcome How) {
  printError(Why.str());
  return How;
}

Outcome explainLog(const Options &Opts, clang::DiagnosticOptions &Shown) {
  if (Opts.Inputs.empty() || Opts.Inputs.size() > 2)
    return fail(
        "--explain-log needs the file with the log, or - for standard input, and may have the object behind it: "
        "bpfcc --explain-log verifier.log prog.bpf.o",
        Outcome::WrongInput);
  ErrorOr<std::unique_ptr<MemoryBuffer>> Log = MemoryBuffer::getFileOrSTDIN(Opts.Inputs[0]);
  if (!Log)
    return fail("'" + Opts.Inputs[0] + "': " + Log.getError().message(), Outcome::NotDone);
  NamedObject Object;
  if (Opts.Inputs.size() == 2) {
    ErrorOr<std::unique_ptr<MemoryBuffer>> File = MemoryBuffer::getFile(Opts.Inputs[1]);
    if (!File)
      return fail("'" + Opts.Inputs[1] + "': " + File.getError().message(), Outcome::NotDone);
    Object = {Opts.Inputs[1], Bytes((*File)->getBuffer().begin(), (*File)->getBuffer().end())};
  }
  LaterDiagnostics Diagnostics(Opts, Shown);
  bool IsExplained = false;
  for (const ProgramLog &Each : programsIn((*Log)->getBuffer())) {
    Verdict V;
    V.Status = Verdict::Rejected;
    V.Program = Each.Program.empty() ? "the program" : Each.Program;
    V.Log = upToSum(Each.Text);
    // Any text has a last line.
    std::optional<Rejection> Why = readRejection(V.Log);
    if (!Why || (!Why->LastInstruction && !hasEnd(V.Log)))
      continue;
    IsExplained = true;
    showRejection(V, Object, "the verifier", Diagnostics);
  }
  if (!IsExplained)
    return fail("'" + Opts.Inputs[0] + "' has no message of the verifier that says why a program is rejected",
                Outcome::WrongInput);
  return Outcome::WrongInput;
}

} // namespace bpf
