// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A program gets what its type gets, whatever the source declares (-Wbpf-context-type). Many members have the same
// offset in two structures: skb->len of an XDP program reads the address of the packet. Where a member is rejected,
// -Wbpf-context-access reports that and names the parameter.
#include "passes/RunChecks.h"
#include "passes/analysis/ContextParameter.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include <set>

using namespace llvm;

namespace bpf {

/// Functions in which a member is rejected.
static std::set<std::string> rejectedFunctions(const Module &M, const Target &T) {
  std::set<std::string> Result;
  checkContextAccess(M, T, [&](const Finding &Each) { Result.insert(Each.Where.Function); });
  return Result;
}

/// The type of a program that a loader derives from its section, and that is called with a structure of its own.
static const ProgramType *typeWithContext(const Function &F, const Target &T) {
  const ProgramSection *Section = loadedSectionOf(F, T);
  return !Section || Section->type().Context.empty() ? nullptr : &Section->type();
}

static bool accessesContext(const Function &F) {
  return any_of(instructions(F), [](const Instruction &I) { return contextAccess(I); });
}

void checkContextType(const Module &M, const Target &T, Report R) {
  std::optional<std::set<std::string>> Rejected;
  for (const Function &F : M) {
    const ProgramType *Type = typeWithContext(F, T);
    std::optional<ContextParameter> Given = Type ? otherContext(F, Type->Context) : std::nullopt;
    if (!Given || !accessesContext(F))
      continue;
    if (!Rejected)
      Rejected = rejectedFunctions(M, T);
    if (Rejected->contains(F.getName().str()))
      continue;
    Finding Found{Check::ContextType,
                  Severity::Fragile,
                  Given->Declared,
                  formatv("the parameter is a struct {0} *, but programs in section '{1}' get a struct {2} *",
                          Given->Struct, F.getSection(), Type->Context),
                  {},
                  {}};
    Found.Notes.push_back(
        {formatv("its members are read at the offsets of another structure; declare struct {0} *", Type->Context), {}});
    R(std::move(Found));
  }
}

} // namespace bpf
