// Reading the command line: clang's table goes first, because only it knows how many words an option takes.
#include "driver/Options.h"
#include "driver/OptionTable.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;
using namespace llvm::opt;
namespace cl = clang::options;

namespace bpf {

static Error readExplain(StringRef Name, Options &Result) {
  std::optional<Check> Wanted = findCheck(Name);
  if (!Wanted) {
    StringRef Near = nearestCheck(Name);
    return createStringError(
        formatv("there is no check '{0}'; {1}", Name,
                Near.empty() ? "--list-checks tells all" : formatv("did you mean '{0}'?", Near).str())
            .str());
  }
  Result.Asked = Question::Explanation;
  Result.Explained = *Wanted;
  return Error::success();
}

/// A section may have a colon in its name, a type has none.
static Error readProgramType(StringRef Value, Options &Result) {
  auto [Section, Name] = Value.rsplit(':');
  if (Section.empty() || Name.empty())
    return createStringError("--program-type needs a section and a type, such as --program-type=prog:xdp");
  const ProgramSection *Type = findProgramSection(Name);
  if (!Type)
    return createStringError("unknown type of programs '" + Name + "'; there is " + join(programSectionNames(), ", "));
  Result.ProgramTypes[Section.str()] = Type;
  return Error::success();
}

/// The prefix under which clang takes an option of ours.
static constexpr StringLiteral PluginPrefix = "-fplugin-arg-bpfcc-";

/// Reads an argument of bpfcc's own table.
static Error readOwn(const Arg &A, Options &Result) {
  StringRef Value = A.getNumValues() ? A.getValue() : "";
  switch (A.getOption().getID()) {
  case own::OPT_kernel_EQ:
    Result.Wanted.Kernel = Value.str();
    break;
  case own::OPT_loader_EQ:
    Result.Wanted.Loader = Value.str();
    break;
  case own::OPT_program_type_EQ:
    return readProgramType(Value, Result);
  case own::OPT_capabilities_EQ:
    Result.Wanted.Capabilities = Value.str();
    break;
  case own::OPT_arch_EQ:
    Result.Wanted.Architecture = Value.str();
    break;
  case own::OPT_endian_EQ:
    if (Value != "little" && Value != "big")
      return createStringError("unknown byte order '" + Value + "'; there is little, big");
    Result.Wanted.Order = Value == "big" ? ByteOrder::Big : ByteOrder::Little;
    return Error::success();
  case own::OPT_inline_EQ:
    if (Value != "always" && Value != "auto")
      return createStringError("unknown way of inlining '" + Value + "'; there is always, auto");
    Result.Inline = Value == "always" ? Inlining::Always : Inlining::Auto;
    return Error::success();
  case own::OPT_j:
    if (Value.getAsInteger(10, Result.Parallel) || Result.Parallel == 0)
      return createStringError("-j needs the number of sources to compile at once, such as -j4");
    return Error::success();
  case own::OPT_fbpf_legacy_maps:
  case own::OPT_fno_bpf_legacy_maps:
    Result.LegacyMaps = A.getOption().matches(own::OPT_fbpf_legacy_maps);
    return Error::success();
  case own::OPT_link_later:
    Result.LinksLater = true;
    Result.MakesNoObject = A.getSpelling().str();
    return Error::success();
  case own::OPT_fix:
    Result.Repairs = true;
    Result.MakesNoObject = "--fix";
    return Error::success();
  case own::OPT_verify:
    Result.Verify = std::max(Result.Verify, Verification::Verdicts);
    return Error::success();
  case own::OPT_verify_EQ:
    if (Value != "log")
      return createStringError("unknown kind of verdict '" + Value + "'; there is log");
    Result.Verify = Verification::Log;
    return Error::success();
  case own::OPT_list_checks:
    Result.Asked = Question::Checks;
    return Error::success();
  case own::OPT_list_features:
    Result.Asked = Question::Features;
    return Error::success();
  case own::OPT_explain_EQ:
    return readExplain(Value, Result);
  case own::OPT_help_EQ:
    if (Value != "man")
      return createStringError("unknown form of help '" + Value + "'; there is man");
    Result.Asked = Question::Manual;
    return Error::success();
  case own::OPT_print_profile:
    Result.PrintProfile = ProfileFormat::Text;
    return Error::success();
  case own::OPT_print_profile_EQ:
    if (Value != "json")
      return createStringError("unknown format '" + Value + "' of the profile; there is json");
    Result.PrintProfile = ProfileFormat::Json;
    return Error::success();
  }
  if (Value.empty() && A.getNumValues())
    return createStringError("'" + A.getSpelling() + "' needs a value");
  return Error::success();
}

/// Reads a word of our own table. \returns true where it was one of ours.
static Expected<bool> readOwnWord(const std::string &Word, Options &Result) {
  const char *Words[] = {Word.c_str()};
  unsigned MissingIndex = 0, MissingCount = 0;
  InputArgList Arguments = own::table().ParseArgs(Words, MissingIndex, MissingCount);
  const Arg *A = *Arguments.begin();
  if (unsigned Kind = A->getOption().getKind(); Kind == Option::UnknownClass || Kind == Option::InputClass)
    return false;
  if (Error E = readOwn(*A, Result))
    return E;
  return true;
}

static Error unknownArgument(const Twine &Word, const Twine &Instead) {
  return createStringError("unknown argument '" + Word + "'; " + Instead);
}

/// The option of ours that is within two letters of the word, or nothing.
static std::string nearestOwn(StringRef Word) {
  std::string Nearest;
  return own::table().findNearest(Word, Nearest) <= 2 ? Nearest : "";
}

/// Reads a word that clang's table does not know. \returns true where it was one of ours.
static Expected<bool> readUnknown(StringRef Word, Options &Result) {
  Expected<bool> Own = readOwnWord(Word.str(), Result);
  if (!Own || *Own)
    return Own;
  std::string Nearest = nearestOwn(Word);
  if (!Nearest.empty())
    return unknownArgument(Word, "did you mean '" + Nearest + "'?");
  return false;
}

/// True where clang's table knows the word, so that clang itself takes it as it is.
static bool clangKnows(const std::string &Word) {
  const char *Words[] = {Word.c_str()};
  unsigned MissingIndex = 0, MissingCount = 0;
  InputArgList Arguments =
      clang::getDriverOptTable().ParseArgs(Words, MissingIndex, MissingCount, Visibility(cl::ClangOption));
  return (*Arguments.begin())->getOption().getKind() != Option::UnknownClass;
}

/// True where the argument is for a plugin of our name. \p Name is set to what is said to it.
static bool isPluginArgument(const Arg &A, StringRef &Name) {
  if (!A.getOption().matches(cl::OPT_fplugin_arg))
    return false;
  Name = A.getValue();
  return Name.consume_front("bpfcc-");
}

/// Reads what follows -fplugin-arg-bpfcc-, an option of ours without its dashes. clang hands such words to plugins, and
/// does not mind where there is none: so a command line with our options can be read by clang, clangd and clang-tidy.
static Error readPluginArgument(StringRef Name, Options &Result) {
  std::string Written = (PluginPrefix + Name).str();
  if (StringRef Warning = Name; Warning.consume_front("W") && Levels::speaksOfChecks(Warning)) {
    Result.Warnings.read(Warning);
    return Error::success();
  }
  for (StringRef Dashes : {"--", "-"}) {
    std::string Word = (Dashes + Name).str();
    Expected<bool> Own = readOwnWord(Word, Result);
    if (!Own)
      return Own.takeError();
    if (*Own && clangKnows(Word))
      return createStringError("'" + Written + "': clang has this option too; write '" + Word + "'");
    if (*Own)
      return Error::success();
  }
  for (StringRef Dashes : {"--", "-"})
    if (std::string Nearest = nearestOwn((Dashes + Name).str()); !Nearest.empty())
      return unknownArgument(Written, "did you mean '" + PluginPrefix + StringRef(Nearest).ltrim('-') + "'?");
  return unknownArgument(Written, "what may follow is an option of bpfcc's own, see --help");
}

/// clang takes both.
static bool isSarif(StringRef Format) { return Format == "sarif" || Format == "SARIF"; }

bool asksForSarif(ArrayRef<const char *> Words) {
  bool Asks = false;
  for (StringRef Word : Words)
    if (Word.consume_front("-fdiagnostics-format="))
      Asks = isSarif(Word);
  return Asks;
}

/// Notes what one of clang's options means for bpfcc. \returns true where clang is not to see it.
static bool readClang(const Arg &A, const ArgList &Arguments, Options &Result) {
  const Option &O = A.getOption();
  if (O.matches(cl::OPT_O_Group)) {
    Result.NamesOptimization = true;
    Result.OptimizationIsOff = O.matches(cl::OPT_O0) || (O.matches(cl::OPT_O) && StringRef(A.getValue()) == "0");
  } else if (O.matches(cl::OPT_g_Group)) {
    Result.Debug = O.matches(cl::OPT_g0) ? DebugInfo::None : DebugInfo::Dwarf;
  }
  switch (O.getID()) {
  case cl::OPT_INPUT:
    Result.Inputs.push_back(A.getValue());
    if (Result.NamesLanguage || !StringRef(A.getValue()).ends_with(".o"))
      return false;
    Result.Objects.push_back(A.getValue());
    return true;
  case cl::OPT__DASH_DASH:
    Result.Inputs.insert(Result.Inputs.end(), A.getValues().begin(), A.getValues().end());
    return false;
  case cl::OPT_mcpu_EQ:
    Result.Wanted.Cpu = A.getValue();
    return true;
  case cl::OPT_print_supported_cpus: // clang's alias of -mcpu=help
    Result.Asked = Question::CpuHelp;
    return true;
  case cl::OPT_target:
    Result.Wanted.Triple = A.getValue();
    return true;
  case cl::OPT_W_Joined:
    return Result.Warnings.read(A.getValue());
  case cl::OPT_w:
    Result.Warnings.suppressWarnings();
    return false;
  case cl::OPT_help:
    Result.Asked = Question::Help;
    return true;
  case cl::OPT__help_hidden:
    Result.Asked = Question::HelpHidden;
    return true;
  case cl::OPT__version:
    Result.Asked = Question::Version;
    return true;
  case cl::OPT_v:
    Result.Verbose = true;
    return false;
  case cl::OPT_o:
    Result.Output = A.getValue();
    return true;
  case cl::OPT__sysroot_EQ:
    Result.Sysroot = A.getValue();
    return false;
  case cl::OPT_x:
    Result.NamesLanguage = true;
    return false;
  case cl::OPT_nostdinc:
  case cl::OPT_nostdlibinc:
  case cl::OPT_nobuiltininc:
    Result.NoStandardIncludes = true;
    return false;
  case cl::OPT_fdiagnostics_format_EQ:
    Result.SaysSarif = isSarif(A.getValue());
    return Result.SaysSarif;
  case cl::OPT_D:
    if (StringRef Macro = A.getValue(); Macro.consume_front("__TARGET_ARCH_")) {
      Result.Wanted.Macro = Macro.split('=').first.str();
      return true;
    }
    return false;
  case cl::OPT_E:
  case cl::OPT_M:
  case cl::OPT_MM:
  case cl::OPT_fsyntax_only:
  case cl::OPT__precompile:
  case cl::OPT_emit_ast:
    Result.MakesCode = false;
    Result.CompilesToObject = false;
    Result.MakesNoObject = A.getSpelling().str();
    return false;
  case cl::OPT_S:
    Result.MakesNoObject = A.getSpelling().str();
    Result.CompilesToObject = false;
    return false;
  case cl::OPT_emit_llvm:
    Result.MakesNoObject = A.getSpelling().str();
    return false;
  case cl::OPT_c:
    Result.CompilesToObject = false;
    return false;
#define HOST_OPTION(Id, Why)                                                                                           \
  case cl::OPT_##Id:                                                                                                   \
    Result.Dropped.push_back({A.getAsString(Arguments), Why});                                                         \
    return true;
#include "driver/HostOptions.def"
  default:
    return false;
  }
}

Expected<Options> Options::parse(ArrayRef<const char *> Words) {
  Options Result;
  unsigned MissingIndex = 0, MissingCount = 0;
  InputArgList Arguments =
      clang::getDriverOptTable().ParseArgs(Words, MissingIndex, MissingCount, Visibility(cl::ClangOption));
  if (MissingCount)
    return createStringError(formatv("argument to '{0}' is missing", Words[MissingIndex]).str());
  ArgStringList Kept;
  for (const Arg *A : Arguments) {
    bool Taken = false;
    if (A->getOption().getKind() == Option::UnknownClass) {
      Expected<bool> Own = readUnknown(A->getAsString(Arguments), Result);
      if (!Own)
        return Own.takeError();
      Taken = *Own;
    } else if (StringRef Name; isPluginArgument(*A, Name)) {
      if (Error E = readPluginArgument(Name, Result))
        return E;
      Taken = true;
    } else {
      Taken = readClang(*A, Arguments, Result);
    }
    if (!Taken)
      A->render(Arguments, Kept);
  }
  Result.ClangArguments.assign(Kept.begin(), Kept.end());
  if (Result.Verify != Verification::None && !Result.MakesNoObject.empty() && Result.Asked == Question::None)
    return createStringError("--verify asks the kernel about a whole object, and '" + Result.MakesNoObject +
                             "' makes none");
  // Two that repair the same header at the same time would do it twice.
  if (Result.Repairs)
    Result.Parallel = 1;
  if (Result.CompilesToObject || Result.LinksLater)
    Result.Warnings.setUnlinked(Result.makesParts() ? Level::Off : Level::Error);
  return Result;
}

} // namespace bpf
