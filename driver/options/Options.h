// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the user asked for, as one value: read once from the command line and never changed. clang's own options stay
// words, in their order; bpfcc's, and those of clang's that bpfcc has to know of, are members.
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_OPTIONS_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_OPTIONS_H

#include "driver/options/Levels.h"
#include "passes/Transform.h"
#include "passes/target/ProgramType.h"
#include "passes/target/Target.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace bpf {

enum class Inlining { Bounded, Always, Auto }; ///< of --inline=, in the order of InliningWords
inline constexpr llvm::StringRef InliningWords[] = {"bounded", "always", "auto"};
/// By how many percent --inline=bounded lets an object grow over what LLVM's inliner makes.
inline constexpr unsigned InlineGrowth = 5;
/// Of --headers=: whose <linux/*.h>, <asm/*.h> and <bpf/*.h> a source sees; Auto is the host's where they are complete.
enum class HeaderChoice { Auto, Host, Bundled };
inline constexpr llvm::StringRef HeaderWords[] = {"auto", "host", "bundled"};
enum class DebugInfo { TypesOnly, Dwarf, None }; ///< neither -g nor -g0, -g, -g0
enum class ReportFormat { None, Text, Json };
enum class Verification { None, Verdicts, Log }; ///< of --verify

/// A kernel of --verify=: a release, or nothing for the running one.
using VerifiedKernel = std::optional<KernelVersion>;

/// What is asked of bpfcc itself instead of a compile.
enum class Question { None, Help, HelpHidden, Manual, Version, CpuHelp, Checks, Explanation, Features };

/// An option for the host's code that was left out, and why.
struct DroppedOption {
  std::string Word;
  std::string Why;
  bool IsWanted; ///< somebody waits for its result: worth a remark without -v
};

struct Options {
  /// Without bpfcc's own, --target=, -mcpu=, -D__TARGET_ARCH_*, -o, objects, and what was dropped.
  std::vector<std::string> ClangArguments;
  std::vector<std::string> Inputs;         ///< as written, objects too; "-" is standard input
  std::vector<std::string> Objects;        ///< those of them that are objects
  std::string Output;                      ///< of -o, empty without
  std::vector<std::string> IncludeFolders; ///< of -I and its like, as written
  std::string Sysroot;                     ///< of --sysroot=, empty without

  TargetRequest Wanted;
  Levels Warnings;
  Question Asked = Question::None;
  llvm::StringRef Explained; ///< of --explain=: the page
  ReportFormat PrintProfile = ReportFormat::None;
  ReportFormat Doctor = ReportFormat::None; ///< of --doctor: then nothing is compiled
  Inlining Inline = Inlining::Bounded;
  HeaderChoice Headers = HeaderChoice::Auto;
  DebugInfo Debug = DebugInfo::TypesOnly;
  bool EmbedsSource = false; ///< -gembed-source: DWARF keeps the text of sources
  Verification Verify = Verification::None;
  bool VerifyIfPossible =
      false; ///< --verify=if-possible: programs that the kernel cannot be asked about are no failure
  std::vector<VerifiedKernel> VerifiedKernels; ///< of --verify=, in their order, each once; empty: the running one
  std::string KernelImages;                    ///< of --kernel-images=
  std::vector<KernelVersion> FetchedKernels;   ///< of --fetch-kernel=: then nothing is compiled
  std::string VerifierLog;                     ///< of --verify-log=: where the log of rejected programs is written
  bool ExplainsLog = false;               ///< --explain-log: the first input is a verifier's log, the second its object
  std::string MakesNoObject;              ///< the option because of which there will be none: -S, -E, --fix, ...
  TransformSet Transforms;                ///< of -f[no-]bpf-NAME
  std::optional<unsigned> TransformLimit; ///< of -fbpf-transforms-limit=
  bool ShowsRepairs = false;              ///< -Rbpf-transforms
  GivenTypes ProgramTypes;                ///< of --program-type=
  std::optional<bool> LegacyMaps;         ///< of the last -f[no-]bpf-legacy-maps
  std::vector<DroppedOption> Dropped;
  std::vector<std::string> FromLlc; ///< clang's words for -filetype= and -mattr=, which are llc's

  bool EmitsIR = false;            ///< -emit-llvm
  bool CalledByBpf2go = false;     ///< bpf2go's macro: the loader is cilium/ebpf, unless --loader= names another
  bool ReadsAsLlc = false;         ///< -filetype=: without a file name, IR from standard input
  bool EmitsSarif = false;         ///< -fdiagnostics-format=sarif
  unsigned Parallel = 1;           ///< of -j: sources compiled at the same time
  bool LinksLater = false;         ///< --link-later: an object is a part of another
  bool Repairs = false;            ///< --fix: sources are repaired, and nothing is made of them
  bool Verbose = false;            ///< -v
  bool TrimsHeaders = true;        ///< no --no-header-trim
  bool CompilesToObject = true;    ///< no -E, -S or -fsyntax-only: -c is meant
  bool MakesCode = true;           ///< false with -E, -M, -fsyntax-only and their like
  bool NamesLanguage = false;      ///< -x
  bool NamesOptimization = false;  ///< some -O
  bool NamesUninitialized = false; ///< -Wall, -Wuninitialized, ...: then -Werror promotes these warnings
  bool OptimizationIsOff = false;  ///< the last of them is -O0
  bool NoStandardIncludes = false; ///< -nostdinc and its like

  /// True where the kernel is to be asked about objects as they are, and nothing is made of them.
  bool onlyAsks() const {
    return Verify != Verification::None && CompilesToObject && Output.empty() && !Objects.empty() &&
           Objects.size() == Inputs.size();
  }

  /// True where sources and objects become one object: without -c, several inputs and one output, or an object.
  bool links() const {
    return CompilesToObject && !onlyAsks() && (!Objects.empty() || (Inputs.size() > 1 && !Output.empty()));
  }

  /// True where each object that is made will be a part of another, in this call or in a later one.
  bool makesParts() const { return links() || LinksLater; }

  /// True where objects are written without DWARF. A part has it until it is linked: it names lines where that fails.
  bool dropsDwarf() const { return Debug == DebugInfo::TypesOnly && !makesParts(); }

  /// How functions are inlined: by --inline=, but always if the target has no calls.
  Inlining inlining(const Target &T) const { return T.has(Feature::FunctionCalls) ? Inline : Inlining::Always; }

  /// True where definitions in section `maps` become maps that BTF describes.
  bool convertsLegacyMaps(const Target &T) const { return LegacyMaps.value_or(T.readsBtfMaps()); }

  /// True if the name of a section must determine the type of its programs: iproute2 knows it otherwise, and its
  /// commands name the section.
  static bool renamesSections(const Target &T) {
    return T.loader() != Loader::Iproute2 && T.loader() != Loader::Iproute2Legacy;
  }

  /// Reads the command line without the program's name, response files expanded. The error names the word that is
  /// wrong, and the option that was probably meant.
  static llvm::Expected<Options> parse(llvm::ArrayRef<const char *> Words);
};

/// True if the command line, right or wrong, requests SARIF.
bool asksForSarif(llvm::ArrayRef<const char *> Words);

/// The groups of bpfcc's own options, in the order of --help.
llvm::ArrayRef<unsigned> optionGroups();

/// The options of a group by name, each before its variants: --verify, --verify=.
std::vector<unsigned> optionsOf(unsigned Group);

/// bpfcc's own options as --help shows them, a block for each group.
void printOwnOptions(llvm::raw_ostream &Out);

/// One option and its text in --help, wrapped at 100 columns.
void printHelpEntry(llvm::raw_ostream &Out, const llvm::Twine &Name, llvm::StringRef Text);

/// One option of clang's table as --help shows it.
struct ClangOptionHelp {
  std::string Spelling;
  std::string Text;
};
/// Common options of clang, for BPF developers.
std::vector<ClangOptionHelp> usualClangOptions();

} // namespace bpf

#endif
