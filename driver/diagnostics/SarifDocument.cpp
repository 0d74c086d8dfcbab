// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Converts the output of a call to the parts of a run. The pages of our checks (--explain) become rules.
#include "driver/diagnostics/SarifDocument.h"
#include "driver/diagnostics/SarifConsumer.h"
#include "driver/diagnostics/SarifPlaces.h"
#include "driver/process/Version.h"
#include "passes/Check.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace bpf {

namespace {

class Run {
public:
  void read(StringRef Output);
  json::Object finish(int ExitCode);

private:
  void addRecord(json::Object Record);
  void addResult(json::Object Result);
  void addNote(json::Object Note, json::Array *Fixes);
  void addLine(StringRef Line);

  json::Array Results, Notifications;
  StringMap<int64_t> Rules; ///< their places in Descriptions
  json::Array Descriptions;
  bool CouldNotWork = false; ///< something was wrong that is no result
};

} // namespace

static json::Object text(StringRef Text) { return json::Object{{"text", json::fixUTF8(Text)}}; }

static json::Object describe(StringRef Rule) {
  json::Object Description{{"id", Rule.str()}};
  std::optional<Check> Kind = Rule.starts_with("bpf-") ? findCheck(Rule) : std::nullopt;
  if (!Kind)
    return Description;
  const CheckRow &Row = checks()[unsigned(*Kind)];
  Description["shortDescription"] = text(Row.Summary);
  Description["help"] = json::Object{{"text", Row.Page}, {"markdown", Row.Page}};
  return Description;
}

void Run::addResult(json::Object Result) {
  StringRef Rule = Result.getString("ruleId").value_or("");
  auto [Known, IsNew] = Rules.try_emplace(Rule, Descriptions.size());
  if (IsNew)
    Descriptions.push_back(describe(Rule));
  Result["ruleIndex"] = Known->second;
  Results.push_back(std::move(Result));
}

/// The list of that name in an object, made where there is none.
static json::Array &list(json::Object &Of, StringRef Name) {
  return *Of.try_emplace(Name, json::Array()).first->second.getAsArray();
}

void Run::addNote(json::Object Note, json::Array *Fixes) {
  // Without a diagnostic that it could belong to, it is one itself.
  if (Results.empty())
    addResult(json::Object{{"ruleId", "bpfcc-remark"}, {"level", "note"}, {"message", *Note.get("message")}});
  json::Object &Last = *Results.back().getAsObject();
  list(Last, "relatedLocations").push_back(std::move(Note));
  for (json::Value &Each : Fixes ? *Fixes : json::Array())
    list(Last, "fixes").push_back(std::move(Each));
}

void Run::addRecord(json::Object Record) {
  if (json::Object *Result = Record.getObject("result"))
    addResult(std::move(*Result));
  else if (json::Object *Note = Record.getObject("note"))
    addNote(std::move(*Note), Record.getArray("fixes"));
}

void Run::addLine(StringRef Line) {
  if (Line.trim().empty())
    return;
  Line.consume_front("bpfcc: ");
  bool IsError = Line.consume_front("error: ");
  CouldNotWork |= IsError;
  Notifications.push_back(json::Object{{"level", IsError ? "error" : "note"}, {"message", text(Line)}});
}

void Run::read(StringRef Output) {
  while (!Output.empty()) {
    bool IsRecord = Output.consume_front(StringRef(&SarifRecord, 1));
    size_t End = Output.find_first_of(IsRecord ? StringRef("\n") : StringRef("\n\x1e"));
    StringRef Line = Output.take_front(End);
    Output = Output.drop_front(Line.size());
    Output.consume_front("\n");
    if (!IsRecord) {
      addLine(Line);
      continue;
    }
    Expected<json::Value> Record = json::parse(Line);
    if (Record && Record->getAsObject())
      addRecord(std::move(*Record->getAsObject()));
    else
      consumeError(Record.takeError());
  }
}

json::Object Run::finish(int ExitCode) {
  json::Object Invocation{{"exitCode", ExitCode}, {"executionSuccessful", ExitCode < 2 && !CouldNotWork}};
  if (!Notifications.empty())
    Invocation["toolExecutionNotifications"] = std::move(Notifications);
  json::Object Tool{{"name", "bpfcc"}, {"version", BPFTOOLCHAIN_VERSION}, {"rules", std::move(Descriptions)}};
  json::Object Whole{{"tool", json::Object{{"driver", std::move(Tool)}}},
                     {"invocations", json::Array{std::move(Invocation)}},
                     {"columnKind", "unicodeCodePoints"},
                     {"results", std::move(Results)}};
  SmallString<128> Here;
  if (!sys::fs::current_path(Here))
    Whole["originalUriBaseIds"] = json::Object{{"PWD", json::Object{{"uri", folderUri(Here)}}}};
  return Whole;
}

json::Object sarifDocument(StringRef Output, int ExitCode) {
  Run Only;
  Only.read(Output);
  return json::Object{
      {"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", json::Array{Only.finish(ExitCode)}}};
}

} // namespace bpf
