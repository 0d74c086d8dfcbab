// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The kernel reserves some helpers, all kfuncs and some program types for programs whose license it treats as
// compatible with the GPL (-Wbpf-license): check_helper_call, add_kfunc_call, bpf_lsm_verify_prog and
// check_struct_ops_btf_id. Loaders hand it what the section "license" begins with, and nothing where there is none.
// Which calls are left is known after optimisation.
#include "passes/target/License.h"
#include "passes/RunChecks.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/ProgramTypeOf.h"
#include "passes/analysis/Reach.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// The license of the object.
struct Licensed {
  const GlobalVariable *Variable = nullptr; ///< null if it has none
  std::string Text;                         ///< as far as a loader reads it: to the first zero

  bool isGpl() const { return isGplCompatible(Text); }
};

} // namespace

/// A pointer in that section is all zeros: no loader follows it.
static Licensed licenseOf(const Module &M) {
  for (const GlobalVariable &Each : M.globals()) {
    if (Each.isDeclaration() || Each.getSection() != "license")
      continue;
    const auto *Data = dyn_cast<ConstantDataArray>(Each.getInitializer());
    bool IsText = Data && Data->isString();
    return {&Each, IsText ? Data->getRawDataValues().split('\0').first.str() : std::string()};
  }
  return {};
}

static std::string remedyFor(const Licensed &License) {
  if (!License.Variable)
    return "add char _license[] SEC(\"license\") = \"GPL\"; if that is its license";
  if (!isa<ConstantDataArray>(License.Variable->getInitializer()))
    return "make it an array of char: loaders do not follow pointers";
  if (StringRef Near = nearestGplLicense(License.Text); !Near.empty())
    return formatv("the kernel compares the whole string; did you mean \"{0}\"?", Near);
  return "the kernel accepts exactly " + gplLicensesText();
}

static Finding missing(Finding Found, StringRef What, const Licensed &License) {
  // Where another source of a link has the license, it is that of all of them.
  Found.Sev = License.Variable ? Severity::Rejected : Severity::Unlinked;
  Found.Message =
      formatv("{0} requires a GPL-compatible license; {1}", What,
              License.Variable ? formatv("\"{0}\" is not one", License.Text).str() : "this program has none");
  Found.Notes.push_back(
      {remedyFor(License), License.Variable ? std::optional(declarationOf(*License.Variable)) : std::nullopt});
  return Found;
}

/// What the call needs a license for, as the user knows it; empty where it needs none.
static std::string licensedCallee(const CallBase &Call, StringRef Type, const Target &T) {
  if (const Helper *Called = calledHelper(Call))
    return T.needsGpl(*Called, Type) ? formatv("bpf_{0}()", Called->Name).str() : "";
  const Function *Callee = Call.getCalledFunction();
  bool IsKfunc = Callee && Callee->isDeclaration() && Callee->getSection() == ".ksyms";
  return IsKfunc ? formatv("kfunc '{0}'", Callee->getName()).str() : "";
}

void checkLicense(const Module &M, const Target &T, Report R) {
  Licensed License = licenseOf(M);
  if (License.isGpl())
    return;
  Reach Looked(M);
  for (const Function &F : M) {
    if (F.isDeclaration() || Looked.of(F) != Reached::Surely)
      continue;
    const ProgramType *Type = programTypeOf(F);
    if (Type && T.needsGpl(*Type)) {
      Finding Found{Check::License, Severity::Rejected, placeOf(F), "", {}, {}};
      R(missing(std::move(Found), formatv("a program in section '{0}'", F.getSection()).str(), License));
      continue;
    }
    // The first call is enough: the license is one for all.
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      std::string Callee = Call ? licensedCallee(*Call, Type ? Type->Name : "", T) : "";
      if (Callee.empty() || Looked.of(I) != Reached::Surely)
        continue;
      R(missing(findingAt(I, Check::License, Severity::Rejected, ""), Callee, License));
      break;
    }
  }
}

} // namespace bpf
