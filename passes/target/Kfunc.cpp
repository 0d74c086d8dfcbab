// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Kfuncs.def as arrays, in the order of the names.
#include "passes/target/Kfunc.h"
#include "passes/target/CallWords.h"
#include "passes/target/ProgramType.h"
#include "llvm/ADT/STLExtras.h"
#include <string_view>

using namespace llvm;

namespace bpf {

using namespace call_words;

// The words of the column of properties.
enum Property : unsigned {
  Sleeps = 1,         ///< KF_SLEEPABLE
  BeginsIterator = 2, ///< KF_ITER_NEW
  StepsIterator = 4,  ///< KF_ITER_NEXT
  EndsIterator = 8,   ///< KF_ITER_DESTROY
  RcuProtected = 16,  ///< KF_RCU_PROTECTED
  Rcu = 32,           ///< KF_RCU: accepts a pointer that only RCU protects
  Destructive = 64,   ///< KF_DESTRUCTIVE: for who has CAP_SYS_BOOT
  Perfmon = 128,      ///< KF_PERFMON: for who has CAP_PERFMON
  MovesPacket = 256,  ///< bpf_is_kfunc_pkt_changing()
};

namespace {
/// The types whose programs may call what was registered for a hook.
struct Hook {
  ProgramTypeSet Registered;
  ProgramTypeSet Types;
  Releases When;
};
/// The hooks that a kfunc was registered for later, or no longer is.
struct Registration {
  StringRef Name;
  Releases When;
  ProgramTypeSet Hooks;
};
} // namespace

static constexpr Kfunc Rows[] = {
#define ARGS(...) {__VA_ARGS__}
#define KFUNC(Name, Major, Minor, Arguments, Result, Properties, Hooks)                                                \
  {Name, {Major, Minor}, ArgumentRules(Arguments), Result, Properties, Hooks},
#include "passes/target/Kfuncs.def"
};
static_assert(std::is_sorted(std::begin(Rows), std::end(Rows), [](const Kfunc &One, const Kfunc &Other) {
  return std::string_view(One.Name) < std::string_view(Other.Name);
}));

static constexpr Registration Later[] = {
#define KFUNC_FOR(Name, Major, Minor, Hooks) {Name, from(Major, Minor), Hooks},
#include "passes/target/Kfuncs.def"
};

static constexpr Registration Ended[] = {
#define KFUNC_NOT_FOR(Name, Major, Minor, Hooks) {Name, until(Major, Minor), Hooks},
#define KFUNC_END(Name, Major, Minor) {Name, until(Major, Minor), Every},
#include "passes/target/Kfuncs.def"
};

static constexpr Hook Hooks[] = {
#define KFUNC_HOOK(Registered, Types, Major, Minor) {Registered, Types, from(Major, Minor)},
#include "passes/target/Kfuncs.def"
};

bool Kfunc::sleeps() const { return Properties & Sleeps; }
bool Kfunc::movesPacketData() const { return Properties & MovesPacket; }
bool Kfunc::beginsIterator() const { return Properties & BeginsIterator; }
bool Kfunc::stepsIterator() const { return Properties & StepsIterator; }
bool Kfunc::endsIterator() const { return Properties & EndsIterator; }
bool Kfunc::acceptsRcuPointer() const { return Properties & Rcu; }
bool Kfunc::needsRcu() const { return Properties & RcuProtected; }

ArrayRef<Kfunc> kfuncs() { return Rows; }

const Kfunc *findKfunc(StringRef Name) {
  const Kfunc *Row = lower_bound(Rows, Name, [](const Kfunc &Each, StringRef N) { return Each.Name < N; });
  return Row != std::end(Rows) && Row->Name == Name ? Row : nullptr;
}

/// The releases in which it is registered for that hook.
static Releases registered(const Kfunc &Called, ProgramTypeId HookType) {
  Releases There = Releases::from(Called.Since.Major, Called.Since.Minor);
  auto IsOf = [&](const Registration &Each) { return Each.Name == Called.Name && Each.Hooks.contains(HookType); };
  if (!Called.FirstHooks.contains(HookType)) {
    const Registration *Row = find_if(Later, IsOf);
    There = Row == std::end(Later) ? Releases::none() : There & Row->When;
  }
  const Registration *End = find_if(Ended, IsOf);
  return End == std::end(Ended) ? There : There & End->When;
}

Releases Kfunc::releases() const {
  const Registration *End = find_if(
      Ended, [&](const Registration &Each) { return Each.Name == Name && Each.Hooks.contains(ProgramTypeId::Ext); });
  Releases There = Releases::from(Since.Major, Since.Minor);
  return End == std::end(Ended) ? There : There & End->When;
}

Releases callers(const Kfunc &Called, ProgramTypeId Type) {
  // What is registered for every type, EXT too, needs no hook of the type's own.
  Releases There = registered(Called, ProgramTypeId::Ext);
  if (Type == ProgramTypeId::Ext)
    return Called.releases();
  KernelVersion TypeSince = programType(Type).Since;
  if (!There.isEmpty())
    return There & Releases::from(TypeSince.Major, TypeSince.Minor);
  for (const Hook &Each : Hooks)
    if (Each.Types.contains(Type))
      for (const ProgramType &Row : programTypes())
        if (Each.Registered.contains(Row.Id) && There.isEmpty())
          There = registered(Called, Row.Id) & Each.When;
  return There;
}

Releases callers(const Kfunc &Called, const ProgramSection &Section) {
  if (Called.sleeps() && !Section.sleeps() && Section.Type != "STRUCT_OPS" && Section.Type != "EXT")
    return Releases::none();
  return callers(Called, Section.type().Id);
}

} // namespace bpf
