// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reading the command line: clang's table goes first, because only it knows how many words an option consumes.
#include "driver/options/Options.h"
#include "driver/options/ClangOptions.h"
#include "driver/options/OwnOptions.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;
using namespace llvm::opt;
namespace options = clang::options;

namespace bpf {

/// The prefix with which clang accepts an option of ours.
static constexpr StringLiteral PluginPrefix = "-fplugin-arg-bpfcc-";

static Error unknownArgument(const Twine &Word, const Twine &Instead) {
  return createStringError("unknown argument '" + Word + "'; " + Instead);
}

/// Reads a word that clang's table does not know. \returns true where it was one of ours.
static Expected<bool> readUnknown(StringRef Word, Options &Result) {
  Expected<bool> IsRead = readOwnWord(Word.str(), Result);
  if (!IsRead || *IsRead)
    return IsRead;
  std::string Nearest = nearestOwn(Word);
  if (!Nearest.empty())
    return unknownArgument(Word, "did you mean '" + Nearest + "'?");
  return false;
}

/// True if clang's table knows the word, so that clang itself accepts it.
static bool clangKnows(const std::string &Word) {
  const char *Words[] = {Word.c_str()};
  unsigned MissingIndex = 0, MissingCount = 0;
  InputArgList Arguments =
      clang::getDriverOptTable().ParseArgs(Words, MissingIndex, MissingCount, Visibility(options::ClangOption));
  return (*Arguments.begin())->getOption().getKind() != Option::UnknownClass;
}

/// True if the argument is for a plugin of our name. \p Name is set to the argument.
static bool isPluginArgument(const Arg &A, StringRef &Name) {
  if (!A.getOption().matches(options::OPT_fplugin_arg))
    return false;
  Name = A.getValue();
  return Name.consume_front("bpfcc-");
}

/// Reads what follows -fplugin-arg-bpfcc-, an option of ours without its dashes. clang passes such words to plugins,
/// and ignores them if there is none, so clang, clangd and clang-tidy accept a command line with our options.
static Error readPluginArgument(StringRef Name, Options &Result) {
  std::string Written = (PluginPrefix + Name).str();
  if (StringRef Warning = Name; Warning.consume_front("W") && Levels::speaksOfChecks(Warning)) {
    Result.Warnings.read(Warning);
    return Error::success();
  }
  for (StringRef Dashes : {"--", "-"}) {
    std::string Word = (Dashes + Name).str();
    Expected<bool> IsRead = readOwnWord(Word, Result);
    if (!IsRead)
      return IsRead.takeError();
    if (*IsRead && clangKnows(Word))
      return createStringError("'" + Twine(Written) + "': clang has the same option; write '" + Word + "'");
    if (*IsRead)
      return Error::success();
  }
  for (StringRef Dashes : {"--", "-"})
    if (std::string Nearest = nearestOwn((Dashes + Name).str()); !Nearest.empty())
      return unknownArgument(Written, "did you mean '" + PluginPrefix + StringRef(Nearest).ltrim('-') + "'?");
  return unknownArgument(Written, "expected an option of bpfcc, see --help");
}

/// clang's words, with llc's in its language before them.
static void addLlcWords(Options &Result, const ArgStringList &Kept) {
  Result.ClangArguments = Result.FromLlc;
  if (Result.ReadsAsLlc && Result.Inputs.empty()) {
    Result.Inputs.push_back("-");
    Result.ClangArguments.insert(Result.ClangArguments.end(), {"-x", "ir", "-"});
  } else if (Result.ReadsAsLlc && !Result.NamesLanguage && is_contained(Result.Inputs, "-")) {
    Result.ClangArguments.insert(Result.ClangArguments.begin(), {"-x", "ir"});
  }
  Result.ClangArguments.insert(Result.ClangArguments.end(), Kept.begin(), Kept.end());
}

/// clang reports a missing plugin only when it runs passes, and bpfcc runs them itself.
static Error checkPassPlugins(const ArgList &Arguments) {
  for (const Arg *A : Arguments.filtered(options::OPT_fpass_plugin_EQ))
    if (!sys::fs::exists(A->getValue()))
      return createStringError("-fpass-plugin: no such file: '" + Twine(A->getValue()) + "'");
  return Error::success();
}

/// A kernel of --verify= as a release.
static KernelVersion releaseOf(const VerifiedKernel &Kernel) {
  return Kernel ? *Kernel : KernelVersion::running().value_or(KernelVersion::newestKnown());
}

/// What is compiled is for the oldest kernel that will be asked.
static Error compileForVerified(Options &Result) {
  if (Result.VerifiedKernels.empty() || Result.onlyAsks())
    return Error::success();
  const VerifiedKernel &Oldest =
      *min_element(Result.VerifiedKernels, [](const auto &A, const auto &B) { return releaseOf(A) < releaseOf(B); });
  std::string &Named = Result.Wanted.Kernel;
  if (Named.empty()) {
    Named = Oldest ? Oldest->text() : "";
    return Error::success();
  }
  // Another word is an error later.
  std::optional<KernelVersion> Wanted = Named == "running" ? releaseOf(std::nullopt) : KernelVersion::parse(Named);
  if (!Wanted || *Wanted <= releaseOf(Oldest))
    return Error::success();
  return createStringError(
      formatv("--kernel={0} is newer than Linux {1}, which --verify= asks; without --kernel= the object is for {1}",
              Named, releaseOf(Oldest).text())
          .str());
}

Expected<Options> Options::parse(ArrayRef<const char *> Words) {
  Options Result;
  unsigned MissingIndex = 0, MissingCount = 0;
  InputArgList Arguments =
      clang::getDriverOptTable().ParseArgs(Words, MissingIndex, MissingCount, Visibility(options::ClangOption));
  if (MissingCount)
    return createStringError(formatv("argument to '{0}' is missing", Words[MissingIndex]).str());
  ArgStringList Kept;
  for (const Arg *A : Arguments) {
    bool Found = false;
    if (A->getOption().getKind() == Option::UnknownClass) {
      Expected<bool> IsRead = readUnknown(A->getAsString(Arguments), Result);
      if (!IsRead)
        return IsRead.takeError();
      Found = *IsRead;
    } else if (StringRef Name; isPluginArgument(*A, Name)) {
      if (Error E = readPluginArgument(Name, Result))
        return E;
      Found = true;
    } else {
      Found = readClang(*A, Arguments, Result);
    }
    if (!Found)
      A->render(Arguments, Kept);
  }
  addLlcWords(Result, Kept);
  if (Result.CalledByBpf2go && Result.Wanted.Loader.empty())
    Result.Wanted.Loader = name(Loader::CiliumEbpf).str();
  if (Error E = checkPassPlugins(Arguments))
    return E;
  if (Result.Verify != Verification::None && !Result.MakesNoObject.empty() && Result.Asked == Question::None)
    return createStringError("--verify needs a complete object, but '" + Result.MakesNoObject +
                             "' does not produce one");
  if (!Result.FetchedKernels.empty() && !Result.Inputs.empty())
    return createStringError("--fetch-kernel= downloads, and compiles nothing: call bpfcc without '" +
                             Result.Inputs[0] + "'");
  if (Result.Doctor != ReportFormat::None && !Result.Inputs.empty())
    return createStringError("--doctor looks at this machine, and compiles nothing: call bpfcc without '" +
                             Result.Inputs[0] + "'");
  if (Error E = compileForVerified(Result))
    return E;
  // Two that repair the same header at the same time would do it twice.
  if (Result.Repairs)
    Result.Parallel = 1;
  if (Result.CompilesToObject || Result.LinksLater || Result.EmitsIR)
    Result.Warnings.setUnlinked(Result.makesParts() || Result.EmitsIR ? Level::Off : Level::Error);
  return Result;
}

} // namespace bpf
