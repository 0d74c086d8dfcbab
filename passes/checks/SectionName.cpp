// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libbpf derives a program's type from its section, and ip and tc select by it (-Wbpf-section-name). libbpf reports
// the type of a program by the name of its section (find_sec_def), and loads none without one ("missing BPF prog
// type"), unless the loading program sets it; ip and tc know the type, and use the first program of the section
// that they are given. The functions in .text are for programs to call as soon as there is a program elsewhere.
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/TailSections.h"
#include "passes/analysis/UnderlyingType.h"
#include "passes/target/ContextMember.h"
#include "passes/target/ProgramType.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// True where the loader learns the type from the name, or needs not to.
static bool hasType(StringRef Section, const Target &T) { return !T.readsSections() || T.knowsSection(Section); }

/// Two swapped letters count as two.
static bool isSwapped(StringRef Text, StringRef Name) {
  std::string One = Text.str(), Other = Name.str();
  sort(One);
  sort(Other);
  return One == Other;
}

namespace {

/// What was probably meant by a section that the loader does not know.
struct NearSection {
  std::string Name;    ///< empty where nothing is near
  bool IsSlip = false; ///< it was misspelled; else it goes on from a known name: "xdp_drop", which a loader may know
};

} // namespace

/// The section with its letters in lower case, or with the separator that libbpf knows, where that makes it known:
/// "xdp" for "XDP", "kprobe/do_exit" for "kprobe:do_exit".
static std::string respelled(StringRef Section) {
  size_t Separator = Section.find_first_of("/:. -");
  StringRef Head = Section.take_front(Separator), Rest = Section.drop_front(Head.size());
  std::string Lower = Head.lower() + (Rest.empty() ? "" : "/" + Rest.drop_front().str());
  for (const ProgramSection &Row : programSections())
    if (!Row.isOfIproute2() && Lower != Section && Row.matches(Lower))
      return Lower;
  return "";
}

/// "kprobe/do_exit" for "kprobes/do_exit".
static NearSection nearestSection(StringRef Section) {
  if (std::string Other = respelled(Section); !Other.empty())
    return {Other, true};
  auto [Head, Rest] = Section.split('/');
  const ProgramSection *Longest = nullptr;
  std::string Best;
  unsigned BestDistance = 3;
  for (const ProgramSection &Row : programSections()) {
    if (Row.isOfIproute2())
      continue;
    bool GoesOn = Row.Pattern.ends_with("+") && Section.contains('/');
    StringRef Name = GoesOn ? Head : Section;
    unsigned Distance = Name.edit_distance(Row.name(), true, BestDistance);
    // "sk" is not "tc".
    bool IsNear = size_t(Distance) * 2 < Row.name().size() || isSwapped(Name, Row.name());
    if (Distance < BestDistance && IsNear) {
      BestDistance = Distance;
      Best = GoesOn ? (Row.name() + "/" + Rest).str() : Row.name().str();
    }
    // "xdp/drop" and "xdp_drop" mean no more than "xdp".
    if (Section.starts_with(Row.name()) && (!Longest || Row.name().size() > Longest->name().size()))
      Longest = &Row;
  }
  if (BestDistance < 2 || !Longest)
    return {Best, !Best.empty()};
  return {Longest->name().str(), false};
}

static std::string remedyFor(StringRef Section, StringRef Near, const Target &T) {
  for (const ProgramSection &Row : programSections()) {
    if (!Row.matches(Section))
      continue;
    if (Row.isOfIproute2())
      return formatv("this is a section name of ip and tc (--loader=iproute2); for {0} use SEC(\"{1}\")",
                     name(T.loader()), Row.nameForLibbpf());
    return formatv("libbpf supports it since {0}", Row.Since.text());
  }
  if (!Near.empty())
    return formatv("did you mean SEC(\"{0}\")?", Near);
  return "libbpf knows xdp, tc, socket, kprobe/FUNCTION, tracepoint/GROUP/EVENT and others";
}

static void checkType(const Function &F, const Target &T, Report R) {
  StringRef Section = F.getSection();
  // -Wbpf-map-definition reports what those lack.
  if (hasType(Section, T) || tailProgram(F))
    return;
  StringRef Name = Section;
  Name.consume_front("?");
  NearSection Near = nearestSection(Name);
  // The name may be one that the program's own loader knows and gives a type.
  Finding Found{Check::SectionName, Near.IsSlip ? Severity::Fragile : Severity::Advice, placeOf(F), "", {}, {}};
  Found.Message =
      formatv("{0} knows no program type for section '{1}', and loads '{2}' only if the type is set explicitly",
              name(T.loader()), Section, F.getName());
  Found.Notes.push_back({remedyFor(Name, Near.Name, T), {}});
  R(std::move(Found));
}

/// In code, or in the value of a variable; the lists of what is kept (SEC() marks it `used`) name everything.
static bool isNamed(const Value &V) {
  return any_of(V.users(), [](const User *Each) {
    if (const auto *Variable = dyn_cast<GlobalVariable>(Each))
      return !Variable->getName().starts_with("llvm.");
    return isa<Instruction>(Each) || (isa<Constant>(Each) && isNamed(*Each));
  });
}

static Finding second(const Function &F, const Function &First) {
  Finding Found{Check::SectionName, Severity::Fragile, placeOf(F), "", {}, {}};
  Found.Message = formatv("'{0}' follows '{2}' in section '{1}': ip and tc use only the first program of a section",
                          F.getName(), F.getSection(), First.getName());
  Found.Notes.push_back({"put it in its own section", {}});
  return Found;
}

/// The functions with code in others.
static DenseSet<const DISubprogram *> inlinedFunctions(const Module &M) {
  DenseSet<const DISubprogram *> Inlined;
  for (const Function &F : M)
    for (const Instruction &I : instructions(F))
      for (const DILocation *At = I.getDebugLoc(); At && At->getInlinedAt(); At = At->getInlinedAt())
        Inlined.insert(At->getScope()->getSubprogram());
  return Inlined;
}

static bool isPacket(StringRef Context) {
  return any_of(contextMembers(),
                [&](const ContextMember &Each) { return Each.Context == Context && Each.Name == "data"; });
}

/// Called with a packet, as programs are; null where it is not. Other contexts are passed to functions, too.
static const ProgramType *looksLike(const Function &F) {
  const DISubprogram *Function = F.getSubprogram();
  if (!Function || !Function->getType() || Function->getType()->getTypeArray().size() != 2)
    return nullptr;
  const DIType *Context = pointeeOf(Function->getType()->getTypeArray()[1]);
  for (const ProgramType &Each : programTypes())
    if (Context && Context->getName() == Each.Context && isPacket(Each.Context))
      return &Each;
  return nullptr;
}

static Finding notAProgram(const Function &F, StringRef Context) {
  Finding Found{Check::SectionName, Severity::Fragile, placeOf(F), "", {}, {}};
  Found.Message =
      formatv("'{0}' looks like a program but has no SEC(): loaders treat it as a subprogram, and nothing calls it",
              F.getName());
  Found.Notes.push_back({Context == "xdp_md" ? "add SEC(\"xdp\") if it is a program, or make it static if it is not"
                                             : "add a SEC(...) if it is a program, or make it static if it is not",
                         {}});
  return Found;
}

void checkSectionName(const Module &M, const Target &T, Report R) {
  StringMap<const Function *> FirstIn;
  for (const Function &F : M) {
    if (!isProgram(F))
      continue;
    checkType(F, T, R);
    auto [First, IsFirst] = FirstIn.try_emplace(F.getSection(), &F);
    // What a program array names is loaded with the first, and is not meant to be attached.
    if (!IsFirst && !T.readsSections() && !isNamed(F))
      R(second(F, *First->second));
  }
  if (FirstIn.empty())
    return;
  std::optional<DenseSet<const DISubprogram *>> Inlined;
  for (const Function &F : M) {
    const ProgramType *Like =
        F.isDeclaration() || isProgram(F) || F.hasLocalLinkage() || isNamed(F) ? nullptr : looksLike(F);
    if (!Like)
      continue;
    if (!Inlined)
      Inlined = inlinedFunctions(M);
    if (!Inlined->contains(F.getSubprogram()))
      R(notAProgram(F, Like->Context));
  }
}

} // namespace bpf
