// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --help, --version, --list-checks, --explain=, --list-features, -mcpu=help.
#include "driver/options/Help.h"
#include "driver/options/Manual.h"
#include "driver/process/Version.h"
#include "passes/target/Helper.h"
#include "clang/Basic/Version.inc"
#include "clang/Options/Options.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/TargetParser/Host.h"

using namespace llvm;

namespace bpf {

static void printHelp(raw_ostream &Out) {
  Out << "bpfcc compiles C to a BPF object that the kernel loads.\n"
         "\n"
         "USAGE: bpfcc [options] prog.c...\n"
         "\n"
         "  bpfcc prog.bpf.c                     writes prog.bpf.o, for the running kernel\n"
         "  bpfcc --kernel=5.15 -g prog.bpf.c    for Linux 5.15 and later, with DWARF\n";
  printOwnOptions(Out);
  Out << "\nCHECKS:\n"
         "  Errors are code that the target kernel would reject; warnings are code that it accepts but that is\n"
         "  wrong anyway. -Wno-bpf-NAME disables a check, -Werror=bpf-NAME makes it an error, and\n"
         "  -Wno-error=bpf-NAME a warning. -Wbpf stands for all checks. -Werror alone does not promote\n"
         "  advice on code that works: cost, style, or what is up to the loader.\n\n";
  for (const CheckRow &Row : checks())
    printHelpEntry(Out, "-Wbpf-" + Row.Name, Row.Summary);
  Out << "\nTRANSFORMS:\n"
         "  They change code that LLVM's optimizations made unverifiable back to what the verifier accepts.\n"
         "  -fno-bpf-NAME disables one, -fno-bpf-transforms all; -Rbpf-transforms reports each change.\n"
         "  __attribute__((annotate(\"bpf-no-NAME\"))) disables one for a function.\n\n";
  for (const TransformRow &Row : transforms())
    printHelpEntry(Out, "-fbpf-" + Row.Name, Row.Summary);
  Out << "\n"
         "  Every option above can also be spelled -fplugin-arg-bpfcc-NAME[=VALUE], which plain clang and\n"
         "  clangd silently accept: -fplugin-arg-bpfcc-kernel=5.15, -fplugin-arg-bpfcc-Wno-bpf-padding.\n"
         "\nCLANG'S OPTIONS (the most common ones; --help-hidden lists all):\n";
  for (const ClangOptionHelp &Each : usualClangOptions())
    printHelpEntry(Out, Each.Spelling, Each.Text);
}

static void printVersion(const Options &Opts, raw_ostream &Out) {
  // In clang's form, which build systems parse: meson its first line, others the machine of Target.
  std::string Triple = Opts.Wanted.Triple.empty() ? sys::getDefaultTargetTriple() : Opts.Wanted.Triple;
  Out << "clang version " CLANG_VERSION_STRING " (bpfcc " BPFTOOLCHAIN_VERSION ")\nTarget: " << Triple << '\n';
}

static void printChecks(raw_ostream &Out) {
  for (const CheckRow &Row : checks())
    Out << format("%-22s %-12s %s\n", Row.Name.str().c_str(), stagesText(Row.Stages).c_str(),
                  Row.Summary.str().c_str());
}

void answer(const Options &Opts, raw_ostream &Out) {
  switch (Opts.Asked) {
  case Question::None:
    return;
  case Question::Help:
    return printHelp(Out);
  case Question::HelpHidden:
    printHelp(Out);
    clang::getDriverOptTable().printHelp(Out, "bpfcc [options] prog.c...", "every option of clang", /*ShowHidden=*/true,
                                         /*ShowAllAliases=*/false, llvm::opt::Visibility(clang::options::ClangOption));
    return;
  case Question::Manual:
    return printManual(Out);
  case Question::Version:
    return printVersion(Opts, Out);
  case Question::Checks:
    return printChecks(Out);
  case Question::Explanation:
    Out << Opts.Explained;
    return;
  case Question::Features:
    Out << featureHelp() << helperHelp();
    return;
  case Question::CpuHelp:
    Out << cpuHelp();
    return;
  }
}

} // namespace bpf
