// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lengths come first, so that a log needs no quoting and the reader knows when a record is complete.
#include "driver/load/Record.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

std::string write(const Record &Written) {
  std::string Text = "@" + Written.Kind;
  for (const std::string &Each : Written.Fields)
    Text += " " + utostr(Each.size());
  Text += '\n';
  for (const std::string &Each : Written.Fields)
    Text += Each;
  return Text + '\n';
}

Expected<std::optional<Record>> takeRecord(std::string &Text) {
  size_t End = Text.find('\n');
  if (End == std::string::npos)
    return std::nullopt;
  SmallVector<StringRef> Words;
  StringRef(Text).take_front(End).split(Words, ' ');
  if (!Words[0].consume_front("@"))
    return createStringError("no record begins with '" + StringRef(Text).take_front(End) + "'");
  Record Read = {Words[0].str(), {}};
  size_t At = End + 1;
  for (StringRef Word : drop_begin(Words)) {
    size_t Length = 0;
    if (Word.getAsInteger(10, Length))
      return createStringError("no length of a field: '" + Word + "'");
    if (Text.size() < At || Text.size() - At < Length)
      return std::nullopt;
    Read.Fields.push_back(Text.substr(At, Length));
    At += Length;
  }
  if (Text.size() <= At)
    return std::nullopt;
  if (Text[At] != '\n')
    return createStringError("a record '" + Read.Kind + "' has no end");
  Text.erase(0, At + 1);
  return Read;
}

namespace {

/// The records of a request.
constexpr char How[] = "how";       // log, kernel, capabilities
constexpr char TypeOf[] = "type";   // section, type
constexpr char Object[] = "object"; // name, bytes
constexpr char WholeLog[] = "whole";

} // namespace

std::string writeRequest(const BootRequest &Request) {
  std::string Text =
      write({How, {Request.Load.Log == LogPart::Whole ? WholeLog : "end", Request.Load.Kernel, Request.Capabilities}});
  for (const auto &[Section, Type] : Request.Load.Types)
    Text += write({TypeOf, {Section, Type->name().str()}});
  for (const NamedObject &Each : Request.Objects)
    Text += write({Object, {Each.Name, std::string(Each.Object.begin(), Each.Object.end())}});
  return Text;
}

/// \returns false for a record that no request has.
static bool addTo(BootRequest &Request, const Record &Read) {
  if (Read.Kind == How && Read.Fields.size() == 3) {
    Request.Load.Log = Read.Fields[0] == WholeLog ? LogPart::Whole : LogPart::End;
    Request.Load.Kernel = Read.Fields[1];
    Request.Capabilities = Read.Fields[2];
    return true;
  }
  if (Read.Fields.size() != 2)
    return false;
  if (Read.Kind == TypeOf) {
    const ProgramSection *Type = findProgramSection(Read.Fields[1]);
    Request.Load.Types[Read.Fields[0]] = Type;
    return Type;
  }
  Request.Objects.push_back({Read.Fields[0], Bytes(Read.Fields[1].begin(), Read.Fields[1].end())});
  return Read.Kind == Object;
}

Expected<BootRequest> readRequest(std::string Text) {
  BootRequest Request;
  Request.Load.HasModules = false;
  while (!Text.empty()) {
    Expected<std::optional<Record>> Read = takeRecord(Text);
    if (!Read)
      return Read.takeError();
    if (!*Read || !addTo(Request, **Read))
      return createStringError("the request is damaged");
  }
  return Request;
}

Record recordOf(size_t Object, const Verdict &V) {
  return {answer::Verdict,
          {utostr(Object), utostr(V.Status), V.Program, V.Section, V.Why, V.Remedy, V.Advice, V.Log,
           std::string(reinterpret_cast<const char *>(V.Code.data()), V.Code.size() * sizeof(bpf_insn))}};
}

std::optional<Verdict> verdictIn(const Record &Read) {
  Verdict V;
  unsigned Status = 0;
  if (Read.Kind != answer::Verdict || Read.Fields.size() != 9 || StringRef(Read.Fields[1]).getAsInteger(10, Status) ||
      Status > Verdict::Failed || Read.Fields[8].size() % sizeof(bpf_insn))
    return std::nullopt;
  V.Status = Verdict::Answer(Status);
  V.Program = Read.Fields[2];
  V.Section = Read.Fields[3];
  V.Why = Read.Fields[4];
  V.Remedy = Read.Fields[5];
  V.Advice = Read.Fields[6];
  V.Log = Read.Fields[7];
  V.Code.resize(Read.Fields[8].size() / sizeof(bpf_insn));
  memcpy(V.Code.data(), Read.Fields[8].data(), Read.Fields[8].size());
  return V;
}

std::optional<size_t> objectIn(const Record &Read, size_t Count) {
  size_t Number = 0;
  if (Read.Fields.empty() || StringRef(Read.Fields[0]).getAsInteger(10, Number) || Number >= Count)
    return std::nullopt;
  return Number;
}

} // namespace bpf
