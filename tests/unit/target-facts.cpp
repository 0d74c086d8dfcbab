// Prints what the tables of passes/target say, so that tests can hold it against kernels, and what it means.
//
//     target-facts callers RELEASE                 a line a helper and section: "xdp_load_bytes xdp XDP yes"
//     target-facts types RELEASE                   a line a helper and type of programs: "xdp_load_bytes XDP yes"
//     target-facts members RELEASE                 a line a section and member: "xdp xdp_md data 0 4 yes no": offset,
//     bytes, read, written target-facts returns RELEASE                 a line a section that has a range: "sockops 0
//     1" target-facts kfuncs RELEASE                  a line a kfunc and type of programs: "bpf_task_acquire TRACING
//     yes" target-facts maps RELEASE                    a line a type of map and helper that takes maps: "RINGBUF
//     ringbuf_output yes" target-facts call HELPER SECTION [RELEASE]   what a Target for that release, or for none,
//     makes of the call target-facts answer SINCE UNTIL OLDEST NEWEST each|all
//                                                  what an object for OLDEST to NEWEST makes of what SINCE to UNTIL
//                                                  accept; - for no end
#include "passes/target/ContextMember.h"
#include "passes/target/Kfunc.h"
#include "passes/target/MapHelpers.h"
#include "passes/target/ReturnRange.h"
#include "passes/target/SpecialField.h"
#include "passes/target/Target.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace bpf;

static KernelVersion release(StringRef Text) {
  return Text == "-" ? Releases::Never : KernelVersion::parse(Text).value_or(KernelVersion());
}

static StringRef yesOrNo(Releases When, KernelVersion Kernel) { return When.contain(Kernel) ? "yes" : "no"; }

/// The sections that libbpf knows.
static std::vector<const ProgramSection *> sections() {
  std::vector<const ProgramSection *> Sections;
  for (const ProgramSection &Each : programSections())
    if (!Each.isOfIproute2())
      Sections.push_back(&Each);
  return Sections;
}

static void printCallers(KernelVersion Kernel) {
  for (unsigned Number = 1; const Helper *Row = findHelper(Number); ++Number)
    for (const ProgramSection *Each : sections())
      outs() << Row->Name << ' ' << Each->name() << ' ' << Each->Type << ' ' << yesOrNo(callers(*Row, *Each), Kernel)
             << '\n';
}

static void printTypes(KernelVersion Kernel) {
  for (unsigned Number = 1; const Helper *Row = findHelper(Number); ++Number)
    for (const ProgramType &Type : programTypes())
      outs() << Row->Name << ' ' << Type.Name << ' ' << yesOrNo(callers(*Row, Type.Id), Kernel) << '\n';
}

static void printMembers(KernelVersion Kernel) {
  for (const ProgramSection *Each : sections())
    for (const ContextMember &Member : contextMembers())
      if (Member.Context == Each->type().Context)
        outs() << Each->name() << ' ' << Member.Context << ' ' << Member.Name << ' ' << Member.Offset << ' '
               << Member.Bytes << ' ' << yesOrNo(accessors(Member, *Each, MemberAccess::Read), Kernel) << ' '
               << yesOrNo(accessors(Member, *Each, MemberAccess::Write), Kernel) << '\n';
}

static void printReturns(KernelVersion Kernel) {
  for (const ProgramSection *Each : sections())
    if (std::optional<ReturnRange> Range = returnRange(*Each, Kernel))
      outs() << Each->name() << ' ' << Range->Least << ' ' << Range->Most << '\n';
}

static void printKfuncs(KernelVersion Kernel) {
  for (const Kfunc &Row : kfuncs())
    for (const ProgramType &Type : programTypes())
      outs() << Row.Name << ' ' << Type.Name << ' ' << yesOrNo(callers(Row, Type.Id), Kernel) << '\n';
}

static void printMaps(KernelVersion Kernel) {
  for (unsigned Type = 1; const MapRule *Rule = findMapRule(Type == 26 ? 27 : Type); Type += Type == 26 ? 2 : 1)
    for (unsigned Number = 1; const Helper *Row = findHelper(Number); ++Number)
      if (any_of(Row->Arguments, [](ArgumentRule Each) { return Each.Kind == ArgumentKind::Map; }))
        outs() << Rule->Name << ' ' << Row->Name << ' ' << yesOrNo(accepting(*Rule, *Row), Kernel) << '\n';
}

/// What prints the table of that name; null for another word.
static void (*printerOf(StringRef Table))(KernelVersion) {
  return StringSwitch<void (*)(KernelVersion)>(Table)
      .Case("callers", printCallers)
      .Case("types", printTypes)
      .Case("members", printMembers)
      .Case("returns", printReturns)
      .Case("kfuncs", printKfuncs)
      .Case("maps", printMaps)
      .Default(nullptr);
}

static int print(const Answer &What) {
  if (!What.isRejected())
    outs() << "accepted\n";
  else
    outs() << (What.isError() ? "error" : "warning") << ": kernels " << What.rejecting() << " reject it\n";
  return 0;
}

static int call(StringRef Name, StringRef Section, StringRef Kernel) {
  TargetRequest Request;
  Request.Kernel = Kernel.str();
  Request.Cpu = "v1";
  const Helper *Called = findHelper(Name);
  const ProgramSection *Caller = programSectionOf(Section);
  Expected<Target> T = Target::resolve(Request);
  if (!T || !Called || !Caller)
    return 1;
  return print(T->judge(callers(*Called, *Caller)));
}

int main(int Count, char **Values) {
  ArrayRef<char *> Words(Values + 1, Count - 1);
  StringRef Asked = Words.empty() ? "" : Words.front();
  if (auto *Print = printerOf(Asked); Print && Words.size() == 2)
    return Print(release(Words[1])), 0;
  if (Asked == "call" && (Words.size() == 3 || Words.size() == 4))
    return call(Words[1], Words[2], Words.size() == 4 ? Words[3] : "");
  if (Asked == "answer" && Words.size() == 6)
    return print(Answer({release(Words[1]), release(Words[2])}, release(Words[3]), release(Words[4]),
                        StringRef(Words[5]) == "each"));
  return 1;
}
