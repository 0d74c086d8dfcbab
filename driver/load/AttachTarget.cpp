// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A name that is nearly right was misspelled; one that is not may be another kernel's, or be set at run time.
#include "driver/load/AttachTarget.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace bpf {

namespace {

/// Sections that name a target: section_defs in libbpf's libbpf.c.
struct TargetRule {
  StringRef Head; ///< what precedes the first /
  KernelName Kind;
  StringRef Prefix; ///< of the kernel's name for the target
  StringRef What;
};

} // namespace

static constexpr TargetRule Rules[] = {
    {"fentry", KernelName::TypedFunction, "", "function"},
    {"fentry.s", KernelName::TypedFunction, "", "function"},
    {"fexit", KernelName::TypedFunction, "", "function"},
    {"fexit.s", KernelName::TypedFunction, "", "function"},
    {"fmod_ret", KernelName::TypedFunction, "", "function"},
    {"fmod_ret.s", KernelName::TypedFunction, "", "function"},
    {"lsm", KernelName::TypedFunction, "bpf_lsm_", "LSM hook"},
    {"lsm.s", KernelName::TypedFunction, "bpf_lsm_", "LSM hook"},
    {"lsm_cgroup", KernelName::TypedFunction, "bpf_lsm_", "LSM hook"},
    {"iter", KernelName::TypedFunction, "bpf_iter_", "iterator"},
    {"iter.s", KernelName::TypedFunction, "bpf_iter_", "iterator"},
    {"tp_btf", KernelName::RawTracepoint, "", "tracepoint"},
    {"raw_tp", KernelName::RawTracepoint, "", "tracepoint"},
    {"raw_tp.w", KernelName::RawTracepoint, "", "tracepoint"},
    {"raw_tracepoint", KernelName::RawTracepoint, "", "tracepoint"},
    {"raw_tracepoint.w", KernelName::RawTracepoint, "", "tracepoint"},
    {"tp", KernelName::Tracepoint, "", "tracepoint"},
    {"tracepoint", KernelName::Tracepoint, "", "tracepoint"},
    {"kprobe", KernelName::Symbol, "", "function"},
    {"kretprobe", KernelName::Symbol, "", "function"},
};

/// The shortest name for which a misspelling can be recognized.
static constexpr size_t LeastLetters = 6;
static constexpr unsigned MostSlips = 2;

/// Patterns, offsets (do_exit+8) and copies that the compiler made (f.isra.0) are none.
static bool isName(StringRef Target) {
  return !Target.empty() && all_of(Target, [](char C) { return isAlnum(C) || C == '_' || C == '/'; });
}

/// Kernels rename functions by underscores and numbers: __blk_account_io_start, tcp_v6_connect.
static std::string lettersOf(StringRef Name) {
  std::string Letters;
  copy_if(Name, std::back_inserter(Letters), [](char C) { return C != '_' && !isDigit(C); });
  return Letters;
}

static bool isOfOther(StringRef Name, ArrayRef<std::string> Others) {
  return any_of(Others, [&](StringRef Each) { return Each.split('/').second == Name; });
}

static std::string nearest(StringRef Target, const TargetRule &Rule, const KernelNames::List &Names,
                           ArrayRef<std::string> Others) {
  std::string Best;
  unsigned BestDistance = MostSlips + 1;
  if (Target.size() < LeastLetters)
    return Best;
  for (StringRef Name : Names.keys()) {
    if (!Name.consume_front(Rule.Prefix) || Name.size() < LeastLetters ||
        std::max(Name.size(), Target.size()) - std::min(Name.size(), Target.size()) > MostSlips)
      continue;
    unsigned Distance = Target.edit_distance(Name, /*AllowReplacements=*/true, BestDistance);
    // Of several that are equally near the first in the alphabet, whatever the order of the list is.
    if (Distance > MostSlips || Distance > BestDistance || (Distance == BestDistance && Name > Best) ||
        lettersOf(Name) == lettersOf(Target) || isOfOther(Name, Others))
      continue;
    Best = Name.str();
    BestDistance = Distance;
  }
  return Best;
}

std::optional<MissingTarget> missingTarget(StringRef Section, ArrayRef<std::string> Others, KernelNames &Kernel) {
  auto [Head, Target] = Section.split('/');
  const auto *Rule = find_if(Rules, [&](const TargetRule &Each) { return Each.Head == Head; });
  if (Rule == std::end(Rules) || !isName(Target))
    return std::nullopt;
  const KernelNames::List &Names = Kernel.of(Rule->Kind);
  if (Names.empty() || Names.contains((Rule->Prefix + Target).str()))
    return std::nullopt;
  return MissingTarget{Target.str(), Rule->What.str(), nearest(Target, *Rule, Names, Others)};
}

} // namespace bpf
