// --help, --version, --list-checks, --explain=, --list-features, -mcpu=help.
#include "driver/options/Help.h"
#include "driver/options/Manual.h"
#include "driver/process/Version.h"
#include "passes/target/Helper.h"
#include "clang/Basic/Version.inc"
#include "clang/Options/Options.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace bpf {

static void printHelp(raw_ostream &Out) {
  Out << "bpfcc compiles C to a BPF object that loads.\n"
         "\n"
         "USAGE: bpfcc [options] prog.c...\n"
         "\n"
         "  bpfcc prog.bpf.c                     prog.bpf.o, for the running kernel\n"
         "  bpfcc --kernel=5.15 -g prog.bpf.c    for Linux 5.15 and later, with DWARF\n";
  printOwnOptions(Out);
  Out << "\nWHAT IT CHECKS:\n"
         "  An error is what the kernel named would refuse, a warning what it takes and what is wrong all the same.\n";
  for (const CheckRow &Row : checks())
    Out << format("  -Wbpf-%-22s %s\n", Row.Name.str().c_str(), Row.Summary.str().c_str());
  Out << "  -Wno-bpf-X  -Werror=bpf-X  -Wno-error=bpf-X     for one of them; -Wbpf for all\n"
         "\nOPTIONS OF CLANG, the usual ones (all of them: --help-hidden):\n";
  for (const ClangOptionHelp &Each : usualClangOptions())
    Out << format("  %-28s %s\n", Each.Spelling.c_str(), Each.Text.c_str());
}

static void printVersion(raw_ostream &Out) {
  Out << "bpfcc " BPFTOOLCHAIN_VERSION " (clang version " CLANG_VERSION_STRING ")\nTarget: bpf\n";
}

static void printChecks(raw_ostream &Out) {
  for (const CheckRow &Row : checks())
    Out << format("%-22s %-12s %s\n", Row.Name.str().c_str(), stagesText(Row.Stages).c_str(),
                  Row.Summary.str().c_str());
}

void answer(const Options &User, raw_ostream &Out) {
  switch (User.Asked) {
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
    return printVersion(Out);
  case Question::Checks:
    return printChecks(Out);
  case Question::Explanation:
    Out << checks()[unsigned(User.Explained)].Page;
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
