// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A word at a time, each by its row in Options.td.
#include "driver/options/OwnOptions.h"
#include "driver/options/OptionTable.h"
#include "passes/target/NamedKernel.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;
using namespace llvm::opt;

namespace bpf {

static Error readExplain(StringRef Name, Options &Result) {
  Result.Asked = Question::Explanation;
  if (std::optional<Transform> Wanted = findTransform(Name)) {
    Result.Explained = transforms()[unsigned(*Wanted)].Page;
    return Error::success();
  }
  std::optional<Check> Wanted = findCheck(Name);
  if (!Wanted) {
    StringRef Near = nearestCheck(Name);
    return createStringError(
        formatv("unknown check '{0}'; {1}", Name,
                Near.empty() ? "--list-checks lists all" : formatv("did you mean '{0}'?", Near).str())
            .str());
  }
  Result.Explained = checks()[unsigned(*Wanted)].Page;
  return Error::success();
}

/// A section may have a colon in its name, a type has none.
static Error readProgramType(StringRef Value, Options &Result) {
  auto [Section, Name] = Value.rsplit(':');
  if (Section.empty() || Name.empty())
    return createStringError("--program-type needs a section and a type, such as --program-type=prog:xdp");
  const ProgramSection *Type = findProgramSection(Name);
  if (!Type)
    return createStringError("unknown program type '" + Name + "' (expected one of " +
                             join(programSectionNames(), ", ") + ")");
  Result.ProgramTypes[Section.str()] = Type;
  return Error::success();
}

static Error readInlining(StringRef Value, Options &Result) {
  const StringRef *Word = find(InliningWords, Value);
  if (Word == std::end(InliningWords))
    return createStringError("unknown inlining '" + Value + "' (expected one of " +
                             join(ArrayRef(InliningWords), ", ") + ")");
  Result.Inline = Inlining(Word - std::begin(InliningWords));
  return Error::success();
}

static Error readHeaders(StringRef Value, Options &Result) {
  const StringRef *Word = find(HeaderWords, Value);
  if (Word == std::end(HeaderWords))
    return createStringError("unknown headers '" + Value + "' (expected one of " + join(ArrayRef(HeaderWords), ", ") +
                             ")");
  Result.Headers = HeaderChoice(Word - std::begin(HeaderWords));
  return Error::success();
}

static Error readTransform(StringRef Name, bool IsOn, Options &Result) {
  if (Name == AllTransforms) {
    Result.Transforms.setAll(IsOn);
    return Error::success();
  }
  std::optional<Transform> Wanted = findTransform(Name);
  if (!Wanted)
    return createStringError("there is no transform '" + Name + "'; there is " + join(transformNames(), ", "));
  Result.Transforms.set(*Wanted, IsOn);
  return Error::success();
}

static void addOnce(std::vector<VerifiedKernel> &Kernels, VerifiedKernel Added) {
  if (!is_contained(Kernels, Added))
    Kernels.push_back(Added);
}

/// A list of kernels, and of how they are asked.
static Error readVerify(StringRef List, Options &Result) {
  Result.Verify = std::max(Result.Verify, Verification::Verdicts);
  for (StringRef Word : split(List, ',')) {
    if (Word == "log") {
      Result.Verify = Verification::Log;
    } else if (Word == "if-possible") {
      Result.VerifyIfPossible = true;
    } else if (Word == "running") {
      addOnce(Result.VerifiedKernels, std::nullopt);
    } else if (Word.empty() || !isDigit(Word.front())) {
      return createStringError(
          "unknown value '" + Word +
          "' of --verify= (expected a list of 'log', 'if-possible', 'running' and releases such as 6.1)");
    } else {
      Expected<KernelVersion> Named = namedKernel(Word);
      if (!Named)
        return Named.takeError();
      addOnce(Result.VerifiedKernels, *Named);
    }
  }
  return Error::success();
}

/// llc's, whose place LLC=bpfcc has in a Makefile.
static Error readFileType(StringRef Value, Options &Result) {
  if (Value != "obj" && Value != "asm")
    return createStringError("unknown file type '" + Value + "' (expected 'obj' or 'asm')");
  Result.ReadsAsLlc = true;
  if (Value == "obj")
    return Error::success();
  Result.MakesNoObject = "-filetype=asm";
  Result.CompilesToObject = false;
  Result.FromLlc.push_back("-S");
  return Error::success();
}

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
      return createStringError("unknown byte order '" + Value + "' (expected 'little' or 'big')");
    Result.Wanted.Order = Value == "big" ? ByteOrder::Big : ByteOrder::Little;
    return Error::success();
  case own::OPT_headers_EQ:
    return readHeaders(Value, Result);
  case own::OPT_inline_EQ:
    return readInlining(Value, Result);
  case own::OPT_j:
    if (Value.getAsInteger(10, Result.Parallel) || Result.Parallel == 0)
      return createStringError("-j needs the number of parallel compiles, such as -j4");
    return Error::success();
  case own::OPT_fbpf_legacy_maps:
  case own::OPT_fno_bpf_legacy_maps:
    Result.LegacyMaps = A.getOption().matches(own::OPT_fbpf_legacy_maps);
    return Error::success();
  case own::OPT_fbpf_transforms_limit_EQ:
    Result.TransformLimit.emplace();
    if (Value.getAsInteger(10, *Result.TransformLimit))
      return createStringError("-fbpf-transforms-limit= needs a number of repairs, such as -fbpf-transforms-limit=10");
    return Error::success();
  case own::OPT_fbpf_transform:
  case own::OPT_fno_bpf_transform:
    return readTransform(Value, A.getOption().matches(own::OPT_fbpf_transform), Result);
  case own::OPT_filetype_EQ:
    return readFileType(Value, Result);
  case own::OPT_mattr_EQ:
    for (StringRef Feature : split(Value, ','))
      Result.FromLlc.insert(Result.FromLlc.end(), {"-Xclang", "-target-feature", "-Xclang", Feature.str()});
    return Error::success();
  case own::OPT_link_later:
    Result.LinksLater = true;
    Result.MakesNoObject = A.getSpelling().str();
    return Error::success();
  case own::OPT_no_header_trim:
    Result.TrimsHeaders = false;
    return Error::success();
  case own::OPT_fix:
    Result.Repairs = true;
    Result.MakesNoObject = "--fix";
    return Error::success();
  case own::OPT_verify:
    Result.Verify = std::max(Result.Verify, Verification::Verdicts);
    return Error::success();
  case own::OPT_verify_EQ:
    return readVerify(Value, Result);
  case own::OPT_fetch_kernel_EQ:
    for (StringRef Word : split(Value, ',')) {
      Expected<KernelVersion> Named = namedKernel(Word);
      if (!Named)
        return Named.takeError();
      Result.FetchedKernels.push_back(*Named);
    }
    return Error::success();
  case own::OPT_kernel_images_EQ:
    Result.KernelImages = Value.str();
    break;
  case own::OPT_verify_log_EQ:
    Result.VerifierLog = Value.str();
    Result.Verify = std::max(Result.Verify, Verification::Verdicts);
    break;
  case own::OPT_explain_log:
    Result.ExplainsLog = true;
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
      return createStringError("unknown value '" + Value + "' of --help (expected 'man')");
    Result.Asked = Question::Manual;
    return Error::success();
  case own::OPT_doctor:
    Result.Doctor = ReportFormat::Text;
    return Error::success();
  case own::OPT_doctor_EQ:
    if (Value != "json")
      return createStringError("unknown value '" + Value + "' of --doctor (expected 'json')");
    Result.Doctor = ReportFormat::Json;
    return Error::success();
  case own::OPT_print_profile:
    Result.PrintProfile = ReportFormat::Text;
    return Error::success();
  case own::OPT_print_profile_EQ:
    if (Value != "json")
      return createStringError("unknown value '" + Value + "' of --print-profile (expected 'json')");
    Result.PrintProfile = ReportFormat::Json;
    return Error::success();
  default:
    break;
  }
  if (Value.empty() && A.getNumValues())
    return createStringError("'" + A.getSpelling() + "' needs a value");
  return Error::success();
}

Expected<bool> readOwnWord(const std::string &Word, Options &Result) {
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

std::string nearestOwn(StringRef Word) {
  std::string Nearest;
  return own::table().findNearest(Word, Nearest) <= 2 ? Nearest : "";
}

} // namespace bpf
