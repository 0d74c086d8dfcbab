// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which function releases what is no column of the tables: it is the one that releases such an argument and has most of
// its name in common with the one that acquires (bpf_task_from_pid(), bpf_task_release()).
#include "driver/explain/CalledFunction.h"
#include "passes/target/Helper.h"
#include "passes/target/Kfunc.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace bpf {

unsigned CalledFunction::released() const {
  for (unsigned Register = 1; Register <= Arguments.size(); ++Register)
    if (argument(Register).IsReleased)
      return Register;
  return 0;
}

CalledFunction calledFunction(StringRef Name) {
  if (const Kfunc *Row = findKfunc(Name))
    return {true, Row->Arguments, Row->Result, Row->movesPacketData()};
  if (const Helper *Row = findHelper(Name))
    return {true, Row->Arguments, Row->Result, Row->movesPacketData()};
  return {};
}

/// The argument that would take what a call acquires.
static ArgumentKind kindOf(const CalledFunction &Acquirer) {
  for (const ArgumentRule &Each : Acquirer.Arguments)
    if (Each.IsAcquired && Each.Kind == ArgumentKind::NewDynptr)
      return ArgumentKind::Dynptr;
  switch (Acquirer.Result.Kind) {
  case ResultKind::Socket:
    return ArgumentKind::Socket;
  case ResultKind::Record:
    return ArgumentKind::Record;
  case ResultKind::Object:
    return ArgumentKind::Object;
  default:
    return ArgumentKind::Struct;
  }
}

static size_t commonBegin(StringRef One, StringRef Other) {
  return std::mismatch(One.begin(), One.begin() + std::min(One.size(), Other.size()), Other.begin()).first -
         One.begin();
}

/// "_impl" and the like are for macros: people write the name without.
static std::string written(StringRef Name) {
  Name.consume_back("_impl");
  return Name.str();
}

/// True for what hands out objects of every struct.
static bool isOfAnyStruct(StringRef Name) {
  return Name == "bpf_kptr_xchg" || Name.starts_with("bpf_list_") || Name.starts_with("bpf_rbtree_") ||
         Name.starts_with("bpf_refcount_");
}

std::vector<std::string> releasersOf(StringRef Acquirer, StringRef Struct) {
  if (StringRef Iterator = Acquirer; Iterator.starts_with("bpf_iter_") && Iterator.consume_back("_new"))
    return {(Iterator + "_destroy").str()};
  CalledFunction Called = calledFunction(Acquirer);
  ArgumentKind Kind = kindOf(Called);
  if (!Called.IsKnown)
    return {};
  // The name says nothing there, and the struct does: task_struct, bpf_cpumask.
  std::string Searched = Acquirer.str();
  if (isOfAnyStruct(Acquirer)) {
    StringRef Plain = Struct;
    Plain.consume_front("bpf_");
    Searched = ("bpf_" + Plain.split('_').first + "_release").str();
    Kind = ArgumentKind::Struct;
    if (!findKfunc(Searched))
      return {"bpf_obj_drop"};
  }
  std::vector<std::string> Nearest;
  size_t Longest = StringRef("bpf_").size() + 1;
  auto Add = [&](const std::string &Name, const ArgumentRules &Arguments) {
    if (none_of(Arguments, [&](const ArgumentRule &Each) { return Each.IsReleased && Each.Kind == Kind; }))
      return;
    size_t Common = commonBegin(Searched, Name);
    if (Common > Longest)
      Nearest.clear();
    if (Common >= Longest && !is_contained(Nearest, written(Name)))
      Nearest.push_back(written(Name));
    Longest = std::max(Longest, Common);
  };
  for (const Helper &Each : helpers())
    Add(("bpf_" + Each.Name).str(), Each.Arguments);
  for (const Kfunc &Each : kfuncs())
    Add(Each.Name.str(), Each.Arguments);
  return Nearest;
}

std::string words(ArgumentKind Kind) {
  switch (Kind) {
  case ArgumentKind::Scalar:
  case ArgumentKind::Size:
    return "a number";
  case ArgumentKind::Constant:
  case ArgumentKind::ConstantSize:
    return "a constant";
  case ArgumentKind::Context:
    return "the context that the program was called with";
  case ArgumentKind::Map:
    return "the address of a map";
  case ArgumentKind::Key:
    return "the address of a key";
  case ArgumentKind::Value:
  case ArgumentKind::NewValue:
    return "the address of a value";
  case ArgumentKind::Socket:
    return "a socket";
  case ArgumentKind::Record:
    return "a record that bpf_ringbuf_reserve() returned";
  case ArgumentKind::Dynptr:
  case ArgumentKind::NewDynptr:
    return "a dynptr on the stack";
  case ArgumentKind::PerCpu:
    return "a per-CPU variable of the kernel";
  case ArgumentKind::SpinLock:
    return "a bpf_spin_lock in a value of a map";
  case ArgumentKind::Timer:
    return "a bpf_timer in a value of a map";
  case ArgumentKind::Callback:
    return "a static function";
  case ArgumentKind::Object:
    return "an object that bpf_obj_new() returned";
  case ArgumentKind::Struct:
  case ArgumentKind::Handle:
    return "a pointer to a kernel structure";
  case ArgumentKind::Text:
    return "a string that is constant";
  default:
    return "a pointer to memory: the stack, a value of a map, or the packet";
  }
}

} // namespace bpf
