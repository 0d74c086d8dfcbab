// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A name is taken from the line of the source where debug information places the instruction.
#include "driver/explain/Evidence.h"
#include "driver/explain/CalledFunction.h"
#include "driver/explain/SourceLine.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

std::optional<size_t> Evidence::last() const {
  return Path.Steps.empty() ? std::nullopt : std::optional(Path.Steps.size() - 1);
}

CodeLine Evidence::lineOf(size_t Step) const {
  CodeLine Own = Program.LineOf ? Program.LineOf(Path.Steps[Step].Number) : CodeLine();
  return Own.Where.Line ? Own : sourceLine(Path.Steps[Step].Source);
}

static std::string quoted(StringRef Text) { return ("'" + Text + "'").str(); }

std::string Evidence::resultName(size_t Call) const {
  const LoggedInstruction &Code = Path.Steps[Call].Code;
  CodeLine Line = lineOf(Call);
  StringRef Callee = Code.Callee;
  StringRef Name = resultOf(Line.Text, Callee, Line.Where.Column);
  // kfuncs that macros name: bpf_obj_new_impl.
  if (Name.empty() && Callee.consume_back("_impl"))
    Name = resultOf(Line.Text, Callee, Line.Where.Column);
  return Name.empty() ? "" : quoted(Name);
}

std::string Evidence::pointerName(size_t Step) const {
  CodeLine Line = lineOf(Step);
  if (StringRef Name = pointerAt(Line.Text, Line.Where.Column); !Name.empty())
    return quoted(Name);
  const LoggedInstruction &Code = Path.Steps[Step].Code;
  std::optional<unsigned> Base = Code.Kind == LoggedInstruction::Load ? Code.Source : Code.Target;
  return Base ? valueName(*Base, "the pointer") : "the pointer";
}

std::string Evidence::accessName(size_t Step) const {
  CodeLine Line = lineOf(Step);
  StringRef Text = accessAt(Line.Text, Line.Where.Column);
  return Text.empty() ? "" : quoted(Text);
}

std::string Evidence::valueName(unsigned Register, StringRef Fallback) const {
  if (Path.Steps.empty())
    return Fallback.str();
  size_t Last = Path.Steps.size() - 1;
  if (Path.Steps[Last].Code.Kind == LoggedInstruction::Call && Register >= 1)
    if (std::string Text = argumentText(Last, Register); !Text.empty())
      return quoted(Text);
  Origin From = originOf(Path, Last, Register);
  if (From.Kind == Origin::Call)
    if (std::string Name = resultName(From.Step); !Name.empty())
      return Name;
  if (From.Kind == Origin::Load || From.Kind == Origin::Arithmetic)
    if (std::string Name = assignedName(From.Step); !Name.empty())
      return quoted(Name);
  return Fallback.str();
}

std::string Evidence::assignedName(size_t Step) const {
  CodeLine Line = lineOf(Step);
  return assignedIn(Line.Text, Line.Where.Column).str();
}

/// "v" of "(const struct value *)v".
static StringRef withoutCasts(StringRef Text) {
  while (Text.starts_with("(") && Text.contains("*)"))
    Text = Text.split(')').second.ltrim();
  return Text;
}

std::string Evidence::argumentText(size_t Call, unsigned Register) const {
  const LoggedInstruction &Code = Path.Steps[Call].Code;
  if (Code.Kind != LoggedInstruction::Call || Register == 0)
    return "";
  CodeLine Line = lineOf(Call);
  StringRef Callee = Code.Callee;
  auto Arguments = argumentsOf(Line.Text, Callee, Line.Where.Column);
  // Macros hide the last argument of kfuncs that end so.
  if (!Arguments && Callee.consume_back("_impl"))
    Arguments = argumentsOf(Line.Text, Callee, Line.Where.Column);
  return Arguments && Register <= Arguments->size() ? withoutCasts((*Arguments)[Register - 1]).str() : "";
}

std::string Evidence::calleeName(size_t Step) const {
  const LoggedInstruction &Code = Path.Steps[Step].Code;
  if (Code.Kind != LoggedInstruction::Call)
    return "the call";
  StringRef Callee = Code.Callee;
  Callee.consume_back("_impl");
  return Code.isLocalCall() ? "the called function" : (Callee + "()").str();
}

std::string Evidence::argument(size_t Call, unsigned Register) const {
  std::string Text = argumentText(Call, Register);
  return formatv("the {0} argument of {1}{2}", ordinal(Register), calleeName(Call),
                 Text.empty() ? "" : ", " + quoted(Text) + ",");
}

std::optional<Note> Evidence::originNote(const Origin &From, StringRef Name) const {
  switch (From.Kind) {
  case Origin::Call: {
    RegisterValue Made = Path.after(From.Step, 0);
    std::string Null;
    if (Made.mayBeNull() && Made.kind().starts_with("map_value"))
      Null = formatv(": NULL if {0} has no such element",
                     Made.field("map").empty() ? "the map" : "map " + quoted(Made.field("map")))
                 .str();
    else if (Made.mayBeNull())
      Null = ", which may return NULL";
    return note(formatv("{0} is returned by {1} here{2}", Name, calleeName(From.Step), Null), From.Step);
  }
  case Origin::Load: {
    const LoggedInstruction &Code = step(From.Step).Code;
    RegisterValue Base = Code.Source ? Path.before(From.Step, *Code.Source) : RegisterValue();
    return note(formatv("{0} is read{1} here", Name, Base.isKnown() ? " from " + Base.words() : ""), From.Step);
  }
  case Origin::Constant: {
    RegisterValue Made =
        step(From.Step).Code.Target ? Path.after(From.Step, *step(From.Step).Code.Target) : RegisterValue();
    if (std::optional<int64_t> Number = Made.constant())
      return note(*Number == 0 ? formatv("{0} is set to 0 or NULL here", Name).str()
                               : formatv("{0} is set to {1} here", Name, *Number).str(),
                  From.Step);
    return Made.isKnown() ? std::optional(note(formatv("{0} is {1}", Name, Made.words()), From.Step)) : std::nullopt;
  }
  case Origin::Arithmetic:
    return note(formatv("{0} is computed here", Name), From.Step);
  case Origin::Argument:
    return argumentNote(From, Name);
  default:
    return std::nullopt;
  }
}

void Evidence::addCaller(Explanation &Result, unsigned Frame) const {
  for (size_t At = Path.Steps.size(); At-- != 0;)
    if (step(At).Frame < Frame) {
      Result.Chain.push_back(note(formatv("{0} calls the callback", calleeName(At)), At));
      return;
    }
}

void Evidence::addOrigin(Explanation &Result, const Origin &From, StringRef Name) const {
  std::optional<Note> Known = originNote(From, Name);
  std::optional<size_t> Last = last();
  // "f(v->task)" has everything in one line: where v came from says more.
  if (Known && Last && From.Kind == Origin::Load && step(From.Step).Code.Source &&
      lineOf(From.Step).Where.Line == lineOf(*Last).Where.Line)
    if (std::string Base = pointerName(From.Step); Base != "the pointer")
      if (std::optional<Note> Older = originNote(originOf(Path, From.Step, *step(From.Step).Code.Source), Base))
        Result.Chain.push_back(std::move(*Older));
  // Only the argument of a callback is not followed to its caller.
  if (Known && From.Kind == Origin::Argument && From.Frame > 0)
    addCaller(Result, From.Frame);
  if (Known)
    Result.Chain.push_back(std::move(*Known));
}

std::optional<Note> Evidence::argumentNote(const Origin &From, StringRef Name) const {
  constexpr unsigned LastArgument = 5;
  if (From.Register == 0 || From.Register > LastArgument)
    return std::nullopt;
  for (size_t At = 0; At != Path.Steps.size(); ++At) {
    if (Path.Steps[At].Frame != From.Frame)
      continue;
    RegisterValue Given = Path.before(At, From.Frame, From.Register);
    if (Given.kind() == "ctx")
      return std::nullopt;
    return note(formatv("{0} is the {1} parameter of this function{2}", Name, ordinal(From.Register),
                        Given.isKnown() && Given.isPointer() ? ": " + Given.words() : ""),
                At);
  }
  return std::nullopt;
}

std::optional<unsigned> registerNamed(StringRef Words) {
  for (size_t At = Words.find('R'); At != StringRef::npos; At = Words.find('R', At + 1)) {
    StringRef Rest = Words.drop_front(At + 1);
    unsigned Number;
    bool IsWord = At == 0 || !isAlnum(Words[At - 1]);
    if (IsWord && !Rest.consumeInteger(10, Number) && Number <= FrameRegister &&
        (Rest.empty() || !isAlnum(Rest.front())))
      return Number;
  }
  return std::nullopt;
}

/// "arg#1 expected ...", "arg 1 is ..." (counted from 1), "bpf_list_node not found at offset=8".
static std::optional<unsigned> argumentNamed(StringRef Words) {
  static constexpr std::pair<StringRef, unsigned> Numbered[] = {{"arg#", 1}, {"args#", 1}, {"arg #", 1}, {"arg ", 0}};
  for (auto [Mark, First] : Numbered)
    if (size_t At = Words.find(Mark); At != StringRef::npos) {
      StringRef Rest = Words.drop_front(At + Mark.size());
      if (unsigned Number; !Rest.consumeInteger(10, Number) && Number + First >= 1 && Number + First <= 5)
        return Number + First;
    }
  // The functions of lists and trees have what the node goes into first.
  if (Words.starts_with("bpf_list_node") || Words.starts_with("bpf_rb_node"))
    return 2;
  if (Words.contains("bpf_list_head") || Words.contains("bpf_rb_root") || Words.contains("bpf_spin_lock"))
    return 1;
  return std::nullopt;
}

/// The argument that points to a struct that the words name: "... in struct task_struct with off 1768".
static std::optional<unsigned> argumentOfStruct(StringRef Words, const Evidence &Seen, size_t Call) {
  StringRef Struct = Words.split("struct ").second.split(' ').first;
  for (unsigned Register = 1; Register <= 5 && !Struct.empty(); ++Register)
    if (Seen.Path.before(Call, Register).structName() == Struct)
      return Register;
  return std::nullopt;
}

std::optional<size_t> objectMadeBefore(size_t Step, const Evidence &Seen) {
  for (size_t At = Step; At-- != 0;) {
    const PathStep &Each = Seen.step(At);
    if (Each.Code.Kind != LoggedInstruction::Call || Each.Frame != Seen.step(Step).Frame)
      continue;
    CalledFunction Called = calledFunction(Each.Code.Callee);
    for (unsigned Register = 1; Register <= Called.Arguments.size(); ++Register)
      if (ArgumentKind Kind = Called.argument(Register).Kind;
          Kind == ArgumentKind::NewDynptr || Kind == ArgumentKind::NewIterator)
        return At;
  }
  return std::nullopt;
}

std::string variableMeant(StringRef Words, const Evidence &Seen) {
  std::optional<size_t> Last = Seen.last();
  if (!Last || Seen.step(*Last).Code.isLocalCall())
    return "";
  CodeLine Line = Seen.lineOf(*Last);
  if (Seen.step(*Last).Code.Kind != LoggedInstruction::Call) {
    StringRef Access = accessAt(Line.Text, Line.Where.Column);
    return variableOf(Access.empty() ? StringRef(assignedIn(Line.Text, Line.Where.Column)) : Access).str();
  }
  if (std::optional<unsigned> Register = registerMeant(Words, Seen))
    return variableOf(Seen.argumentText(*Last, *Register)).str();
  for (unsigned Register = 1; Register <= 5; ++Register)
    if (std::string Text = Seen.argumentText(*Last, Register);
        StringRef(Text).starts_with("&") && !variableOf(Text).empty())
      return variableOf(Text).str();
  return "";
}

std::optional<unsigned> registerMeant(StringRef Words, const Evidence &Seen) {
  std::optional<size_t> Last = Seen.last();
  if (std::optional<unsigned> Named = registerNamed(Words); Named || !Last)
    return Named;
  const LoggedInstruction &Code = Seen.step(*Last).Code;
  if (Code.Kind == LoggedInstruction::Call) {
    std::optional<unsigned> Named = argumentNamed(Words);
    return Named ? Named : argumentOfStruct(Words, Seen, *Last);
  }
  if (Code.Kind == LoggedInstruction::Load)
    return Code.Source;
  return Code.Kind == LoggedInstruction::Store || Code.Kind == LoggedInstruction::Atomic ? Code.Target : std::nullopt;
}

std::string ordinal(unsigned Number) {
  static constexpr StringRef Ends = "thstndrd"; // two letters for each of 0 to 3
  return (Twine(Number) + Ends.substr(Number <= 3 ? 2 * Number : 0, 2)).str();
}

std::string bytes(uint64_t Number) { return (Twine(Number) + (Number == 1 ? " byte" : " bytes")).str(); }

} // namespace bpf
