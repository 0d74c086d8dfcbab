// What has no case here goes to clang as it was written.
#include "driver/options/ClangOptions.h"
#include "clang/Options/Options.h"
#include "llvm/Option/ArgList.h"

using namespace llvm;
using namespace llvm::opt;
namespace options = clang::options;

namespace bpf {

/// clang takes both.
static bool isSarif(StringRef Format) { return Format == "sarif" || Format == "SARIF"; }

bool asksForSarif(ArrayRef<const char *> Words) {
  bool Asks = false;
  for (StringRef Word : Words)
    if (Word.consume_front("-fdiagnostics-format="))
      Asks = isSarif(Word);
  return Asks;
}

bool readClang(const Arg &A, const ArgList &Arguments, Options &Result) {
  const Option &O = A.getOption();
  if (O.matches(options::OPT_O_Group)) {
    Result.NamesOptimization = true;
    Result.OptimizationIsOff =
        O.matches(options::OPT_O0) || (O.matches(options::OPT_O) && StringRef(A.getValue()) == "0");
  } else if (O.matches(options::OPT_g_Group)) {
    Result.Debug = O.matches(options::OPT_g0) ? DebugInfo::None : DebugInfo::Dwarf;
  }
  switch (O.getID()) {
  case options::OPT_INPUT:
    Result.Inputs.push_back(A.getValue());
    if (Result.NamesLanguage || !StringRef(A.getValue()).ends_with(".o"))
      return false;
    Result.Objects.push_back(A.getValue());
    return true;
  case options::OPT__DASH_DASH:
    Result.Inputs.insert(Result.Inputs.end(), A.getValues().begin(), A.getValues().end());
    return false;
  case options::OPT_mcpu_EQ:
    Result.Wanted.Cpu = A.getValue();
    return true;
  case options::OPT_print_supported_cpus: // clang's alias of -mcpu=help
    Result.Asked = Question::CpuHelp;
    return true;
  case options::OPT_target:
    Result.Wanted.Triple = A.getValue();
    return true;
  case options::OPT_W_Joined:
    return Result.Warnings.read(A.getValue());
  case options::OPT_R_Joined:
    Result.ShowsRepairs |= StringRef(A.getValue()) == "bpf-transforms";
    return StringRef(A.getValue()) == "bpf-transforms";
  case options::OPT_w:
    Result.Warnings.suppressWarnings();
    return false;
  case options::OPT_help:
    Result.Asked = Question::Help;
    return true;
  case options::OPT__help_hidden:
    Result.Asked = Question::HelpHidden;
    return true;
  case options::OPT__version:
    Result.Asked = Question::Version;
    return true;
  case options::OPT_v:
    Result.Verbose = true;
    return false;
  case options::OPT_o:
    Result.Output = A.getValue();
    return true;
  case options::OPT__sysroot_EQ:
    Result.Sysroot = A.getValue();
    return false;
  case options::OPT_x:
    Result.NamesLanguage = true;
    return false;
  case options::OPT_nostdinc:
  case options::OPT_nostdlibinc:
  case options::OPT_nobuiltininc:
    Result.NoStandardIncludes = true;
    return false;
  case options::OPT_fdiagnostics_format_EQ:
    Result.SaysSarif = isSarif(A.getValue());
    return Result.SaysSarif;
  case options::OPT_D:
    if (StringRef Macro = A.getValue(); Macro.consume_front("__TARGET_ARCH_")) {
      Result.Wanted.Macro = Macro.split('=').first.str();
      return true;
    }
    return false;
  case options::OPT_E:
  case options::OPT_M:
  case options::OPT_MM:
  case options::OPT_fsyntax_only:
  case options::OPT__precompile:
  case options::OPT_emit_ast:
    Result.MakesCode = false;
    Result.CompilesToObject = false;
    Result.MakesNoObject = A.getSpelling().str();
    return false;
  case options::OPT_S:
    Result.MakesNoObject = A.getSpelling().str();
    Result.CompilesToObject = false;
    return false;
  case options::OPT_emit_llvm:
    Result.MakesNoObject = A.getSpelling().str();
    return false;
  case options::OPT_c:
    Result.CompilesToObject = false;
    return false;
#define HOST_OPTION(Id, Why)                                                                                           \
  case options::OPT_##Id:                                                                                              \
    Result.Dropped.push_back({A.getAsString(Arguments), Why});                                                         \
    return true;
#include "driver/options/HostOptions.def"
  default:
    return false;
  }
}

} // namespace bpf
