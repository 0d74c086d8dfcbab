// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An argument that is another kind of value than the function accepts.
#include "driver/explain/CalledFunction.h"
#include "driver/explain/Explainers.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

namespace {

struct WrongArgument {
  unsigned Register = 0;
  std::string Given, Wanted; ///< in words; Wanted may be empty
  std::string Remedy;
};

} // namespace

/// "R1 type=scalar expected=fp, pkt, pkt_meta"
static std::optional<WrongArgument> ofType(const Evidence &Seen, StringRef Words, size_t Last) {
  static const Regex Known("R([0-9]) type=([a-z_]+) +expected=(.*)");
  SmallVector<StringRef> Found;
  WrongArgument Result;
  if (!Known.match(Words, &Found) || Found[1].getAsInteger(10, Result.Register))
    return std::nullopt;
  RegisterValue Given = Seen.Path.before(Last, Result.Register);
  Result.Given = Given.isKnown() ? Given.words() : RegisterValue(Found[2]).words();
  CalledFunction Called = calledFunction(Seen.step(Last).Code.Callee);
  if (Called.IsKnown && Called.argument(Result.Register).Kind != ArgumentKind::None)
    Result.Wanted = words(Called.argument(Result.Register).Kind);
  Result.Remedy = "pass " + (Result.Wanted.empty() ? ("one of these: " + Found[3]).str() : Result.Wanted);
  return Result;
}

/// "R1 must be referenced or trusted", "R2 must be a rcu pointer"
static std::optional<WrongArgument> ofTrust(const Evidence &Seen, StringRef Words, size_t Last) {
  static const Regex Known("R([0-9]) must be (referenced or trusted|a rcu pointer|referenced)");
  SmallVector<StringRef> Found;
  WrongArgument Result;
  if (!Known.match(Words, &Found) || Found[1].getAsInteger(10, Result.Register))
    return std::nullopt;
  RegisterValue Given = Seen.Path.before(Last, Result.Register);
  bool IsRcu = Found[2].contains("rcu");
  Result.Given = (Given.isKnown() ? Given.words() : std::string("a pointer")) + " that the kernel does not vouch for";
  Result.Wanted =
      IsRcu ? "a pointer that is protected by RCU" : "a pointer that the kernel handed to the program, or a reference";
  Result.Remedy = IsRcu ? "read it between bpf_rcu_read_lock() and bpf_rcu_read_unlock(), and pass it there"
                        : "acquire a reference first (bpf_task_acquire() and the like), or pass what the program was "
                          "called with: a pointer "
                          "that was read from memory is not trusted";
  return Result;
}

/// "kernel function bpf_cpumask_set_cpu args#1 expected pointer to STRUCT bpf_cpumask but R2 has a pointer to STRUCT
/// cpumask"
static std::optional<WrongArgument> ofStruct(StringRef Words) {
  static const Regex Known(
      "args#[0-9]+ expected pointer to STRUCT ([A-Za-z0-9_]+) but R([0-9]) has a pointer to ([A-Z]+) ([A-Za-z0-9_]+)");
  SmallVector<StringRef> Found;
  WrongArgument Result;
  if (!Known.match(Words, &Found) || Found[2].getAsInteger(10, Result.Register))
    return std::nullopt;
  Result.Given = formatv("a pointer to {0} {1}", Found[3].lower(), Found[4]);
  Result.Wanted = formatv("a pointer to struct {0}", Found[1]);
  Result.Remedy = "pass " + Result.Wanted;
  return Result;
}

/// "arg#1 expected pointer to allocated object", "arg#0 pointer type STRUCT cgroup must point to scalar, ..."
static std::optional<WrongArgument> ofNumber(const Evidence &Seen, StringRef Words, size_t Last) {
  static const Regex Known(
      "arg#([0-9]) (expected pointer to ([a-z ]+)|pointer type STRUCT ([A-Za-z0-9_]+) must point to scalar)");
  SmallVector<StringRef> Found;
  WrongArgument Result;
  if (!Known.match(Words, &Found) || Found[1].getAsInteger(10, Result.Register))
    return std::nullopt;
  ++Result.Register;
  RegisterValue Given = Seen.Path.before(Last, Result.Register);
  Result.Given = Given.isKnown() ? Given.words() : "something else";
  Result.Wanted = !Found[3].empty() ? formatv("a pointer to an {0}", Found[3]).str()
                                    : formatv("a pointer to struct {0} that the kernel vouches for", Found[4]).str();
  Result.Remedy =
      !Found[3].empty()
          ? std::string("pass what bpf_obj_new() returned, or what was removed from a list or a tree")
          : formatv("pass the struct {0} that the kernel handed to the program, or a reference to one", Found[4]).str();
  return Result;
}

/// A node that is in a list or a tree already belongs to that, and not to the program: "R2=ptr_node_data(non_own_ref".
static std::optional<Explanation> ofOwnedNode(const Evidence &Seen, const WrongArgument &Wrong, size_t Last) {
  StringRef Callee = Seen.step(Last).Code.Callee;
  bool IsAdded = Seen.Path.before(Last, Wrong.Register).text().contains("non_own_ref");
  if (!IsAdded || (!Callee.starts_with("bpf_rbtree_add") && !Callee.starts_with("bpf_list_push")))
    return std::nullopt;
  Explanation Result;
  Result.Headline = formatv("{0} is in a list or a tree already", Seen.argument(Last, Wrong.Register));
  for (size_t At = Last; At-- != 0;)
    if (StringRef Before = Seen.step(At).Code.Callee;
        Before.starts_with("bpf_rbtree_add") || Before.starts_with("bpf_list_push")) {
      Result.Chain.push_back(Seen.note(formatv("{0} adds a node here", Seen.calleeName(At)), At));
      break;
    }
  Result.Remedy =
      "add a node once; to be in two at a time, a struct needs a node member for each and a bpf_refcount, and "
      "bpf_refcount_acquire() before the second";
  return Result;
}

std::optional<Explanation> explainArgumentKind(const Evidence &Seen) {
  StringRef Words = Seen.Why.Last.Text;
  std::optional<size_t> Last = Seen.last();
  if (!Last || Seen.step(*Last).Code.Kind != LoggedInstruction::Call || Seen.step(*Last).Code.isLocalCall())
    return std::nullopt;
  std::optional<WrongArgument> Wrong = ofType(Seen, Words, *Last);
  for (auto Next : {ofTrust, ofNumber})
    if (!Wrong)
      Wrong = Next(Seen, Words, *Last);
  if (!Wrong)
    Wrong = ofStruct(Words);
  if (!Wrong)
    return std::nullopt;
  if (std::optional<Explanation> Owned = ofOwnedNode(Seen, *Wrong, *Last))
    return Owned;
  Explanation Result;
  Result.Headline = formatv("{0} is {1}{2}", Seen.argument(*Last, Wrong->Register), Wrong->Given,
                            Wrong->Wanted.empty() ? "" : ", but has to be " + Wrong->Wanted);
  std::string Name = Seen.valueName(Wrong->Register, "it");
  Seen.addOrigin(Result, originOf(Seen.Path, *Last, Wrong->Register), Name);
  Result.Remedy = Wrong->Remedy;
  return Result;
}

} // namespace bpf
