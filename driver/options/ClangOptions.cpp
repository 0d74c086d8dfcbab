// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What has no case here goes to clang as it was written.
#include "driver/options/ClangOptions.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Option/ArgList.h"

using namespace llvm;
using namespace llvm::opt;
namespace options = clang::options;

namespace bpf {

/// clang accepts both.
static bool isSarif(StringRef Format) { return Format == "sarif" || Format == "SARIF"; }

bool asksForSarif(ArrayRef<const char *> Words) {
  bool Asks = false;
  for (StringRef Word : Words)
    if (Word.consume_front("-fdiagnostics-format="))
      Asks = isSarif(Word);
  return Asks;
}

namespace {

enum When { Silent, Always };

struct HostOption {
  StringRef Begin;
  When Reported;
  StringRef Why;
};

} // namespace

static constexpr HostOption HostOptions[] = {
#define HOST_OPTION(Begin, Reported, Why) {Begin, Reported, Why},
#include "driver/options/HostOptions.def"
};

/// The row for an option, "-fno-plt" like "-fplt"; null for an option that means something for BPF.
static const HostOption *hostOption(StringRef Spelling) {
  std::string Positive = Spelling.starts_with("-fno-") ? ("-f" + Spelling.drop_front(5)).str() : Spelling.str();
  const auto *Row =
      find_if(HostOptions, [&](const HostOption &Each) { return StringRef(Positive).starts_with(Each.Begin); });
  return Row == std::end(HostOptions) ? nullptr : Row;
}

/// -m options for BPF itself, for the layout of structures on any machine, or for no machine at all.
static bool isForEveryMachine(const Option &O) {
  constexpr options::ID Options[] = {
      options::OPT_mlittle_endian,        options::OPT_mbig_endian,     options::OPT_mms_bitfields,
      options::OPT_mno_ms_bitfields,      options::OPT_mllvm,           options::OPT_mmlir,
      options::OPT_module_dependency_dir, options::OPT_module_file_info};
  return any_of(Options, [&](options::ID Each) { return O.matches(Each); });
}

/// True for each -m option of another machine; an alias, such as -mv60 of -mcpu=hexagonv60, counts as it is written.
static bool isForOneMachine(const Arg &A) {
  Option Written = A.getAlias() ? A.getAlias()->getOption() : A.getOption();
  if (isForEveryMachine(A.getOption()) || isForEveryMachine(Written))
    return false;
  return A.getOption().matches(options::OPT_m_Group) || A.getOption().hasFlag(options::TargetSpecific) ||
         Written.getPrefixedName().starts_with("-m");
}

/// True for what makes another machine's pointers smaller, where its front end compiles: types of that size are an
/// error.
static bool setsPointerSize(const Option &O, const ArgList &Arguments) {
  return (O.matches(options::OPT_m16) || O.matches(options::OPT_m32) || O.matches(options::OPT_mx32)) &&
         Arguments.hasArg(options::OPT_target) && !Arguments.getLastArgValue(options::OPT_target).starts_with("bpf");
}

/// Why an option is the host's by its name, or the group or the flags that clang's table gives it; empty for one that
/// is not.
static StringRef reasonOfGroup(const Arg &A) {
  const Option &O = A.getOption();
  if (isForOneMachine(A))
    return "it is for a machine of the host's kind; -mcpu= chooses the BPF instruction set";
  if (O.hasFlag(options::LinkOption) || O.hasFlag(options::LinkerInput) || O.matches(options::OPT_Link_Group))
    return "nothing is linked";
  if (O.matches(options::OPT_clang_ignored_gcc_optimization_f_Group))
    return "only GCC has this optimization";
  return "";
}

/// \returns true where the option is for the host's code and was dropped.
static bool dropHostOption(const Arg &A, const ArgList &Arguments, Options &Result) {
  if (setsPointerSize(A.getOption(), Arguments))
    return false;
  std::string Word = A.getAsString(Arguments);
  if (const HostOption *Row = hostOption(A.getOption().getPrefixedName())) {
    bool IsWanted = Row->Reported == Always && !StringRef(Word).starts_with("-fno-");
    Result.Dropped.push_back({Word, Row->Why.str(), IsWanted});
    return true;
  }
  StringRef Why = reasonOfGroup(A);
  if (!Why.empty())
    Result.Dropped.push_back({Word, Why.str(), /*IsWanted=*/false});
  return !Why.empty();
}

/// True for -Wall, -Wuninitialized and others that turn on the warnings about uninitialized variables.
static bool namesUninitialized(StringRef Word) {
  bool IsWarning = Word.consume_front("-W");
  Word.consume_front("error=");
  return IsWarning && is_contained({"all", "most", "everything", "uninitialized", "sometimes-uninitialized"}, Word);
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
  Result.NamesUninitialized |= namesUninitialized(A.getAsString(Arguments));
  switch (O.getID()) {
  case options::OPT_gembed_source:
  case options::OPT_gno_embed_source:
    Result.EmbedsSource = O.matches(options::OPT_gembed_source);
    return false;
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
    if (A.getAlias())
      return dropHostOption(A, Arguments, Result);
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
  case options::OPT_I:
  case options::OPT_iquote:
  case options::OPT_isystem:
  case options::OPT_idirafter:
    Result.IncludeFolders.push_back(A.getValue());
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
    Result.EmitsSarif = isSarif(A.getValue());
    return Result.EmitsSarif;
  case options::OPT_D:
    // bpf2go passes it to every compiler, and the object to cilium/ebpf.
    Result.CalledByBpf2go |= StringRef(A.getValue()).starts_with("__BPF_TARGET_MISSING");
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
    Result.EmitsIR = true;
    Result.MakesNoObject = A.getSpelling().str();
    return false;
  case options::OPT_c:
    Result.CompilesToObject = false;
    return false;
  default:
    return dropHostOption(A, Arguments, Result);
  }
}

} // namespace bpf
