// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfbtf encode: BTF of DWARF. With several files each is one thread's work, with one file its units are.
#include "btf/tool/Command.h"
#include "btf/tool/MappedFile.h"
#include "btf/tool/Progress.h"
#include "btf/tool/WriteFile.h"
#include <atomic>
#include <charconv>
#include <mutex>
#include <thread>

namespace bpf::btf {

namespace {

/// A call's words, looked through.
struct Encoding {
  DwarfOptions Options;
  std::string Detached; ///< empty: into the file itself
};

} // namespace

static Result<unsigned> jobsOf(const Words &Given) {
  std::string Text = Given.value("jobs", "1");
  unsigned Jobs = 0;
  auto [End, Wrong] = std::from_chars(Text.data(), Text.data() + Text.size(), Jobs);
  if (Wrong != std::errc() || End != Text.data() + Text.size() || Jobs == 0)
    return makeError("-j needs a positive number, not '", Text, "'");
  return Jobs;
}

static Result<Encoding> encodingOf(const Words &Given) {
  Encoding Wanted;
  Result<unsigned> Jobs = jobsOf(Given);
  if (!Jobs)
    return Jobs.error();
  Wanted.Options.Jobs = *Jobs;
  Result<FeatureSet> Features = Given.has("features") ? parseFeatures(Given.value("features")) : defaultFeatures();
  if (!Features)
    return Features.error();
  Wanted.Options.Features = *Features;
  Wanted.Options.ExcludesRust = Given.has("lang-exclude");
  if (Wanted.Options.ExcludesRust && Given.value("lang-exclude") != "rust")
    return makeError("only units of rust can be excluded, not those of '", Given.value("lang-exclude"), "'");
  Wanted.Detached = Given.value("detached");
  if (Given.Others.empty())
    return Error{"no input file; see bpfbtf encode --help"};
  if (Given.has("detached") && Given.Others.size() > 1)
    return Error{"--detached accepts only one file"};
  return Wanted;
}

/// What goes wrong with a file, and how bad that is.
struct Failure {
  Error Why;
  Exit Code;
};

static std::optional<Failure> encodeFile(const std::string &Path, const Encoding &Wanted, DwarfOptions Options) {
  Result<MappedFile> File = MappedFile::open(Path);
  if (!File)
    return Failure{File.error(), Wrong};
  Options.Release = [&](ByteView Piece) { File->release(Piece); };
  Result<TypeGraph> Types = decodeDwarf(File->bytes(), Options);
  if (!Types)
    return Failure{Types.error(), Wrong};
  if (Wanted.Detached.empty()) {
    Result<Done> Written = writeTypesInPlace(Path, File->bytes(), *Types);
    return Written ? std::nullopt : std::optional(Failure{Written.error(), NotPossible});
  }
  Result<Done> Written = writeFile(Wanted.Detached, encode(*Types));
  return Written ? std::nullopt
                 : std::optional(Failure{makeError("'", Wanted.Detached, "': ", Written.error().Message), NotPossible});
}

static Exit encodeAll(const std::vector<std::string> &Paths, const Encoding &Wanted) {
  Progress Shown(Paths.size());
  std::atomic<size_t> Next = 0;
  std::mutex Speaking;
  Exit Worst = Good;
  DwarfOptions Options = Wanted.Options;
  size_t Threads = std::min<size_t>(Options.Jobs, Paths.size());
  if (Paths.size() > 1)
    Options.Jobs = 1;
  auto Work = [&] {
    for (size_t Number; (Number = Next++) < Paths.size();) {
      std::optional<Failure> Failed = encodeFile(Paths[Number], Wanted, Options);
      std::lock_guard Alone(Speaking);
      Shown.step(Paths[Number]);
      if (!Failed)
        continue;
      Shown.clear();
      Worst = std::max(Worst, fail(makeError("'", Paths[Number], "': ", Failed->Why.Message).Message, Failed->Code));
    }
  };
  std::vector<std::thread> Others;
  for (size_t Number = 1; Number < Threads; ++Number)
    Others.emplace_back(Work);
  Work();
  for (std::thread &Each : Others)
    Each.join();
  return Worst;
}

Exit runEncode(const Words &Given) {
  Result<Encoding> Wanted = encodingOf(Given);
  if (!Wanted)
    return fail(Wanted.error().Message);
  if (Given.has("base")) {
    std::optional<Loaded> Base = load(Given.value("base"));
    if (!Base)
      return Wrong;
    Wanted->Options.Base = indexBase(std::move(Base->File.Types));
  }
  return encodeAll(Given.Others, *Wanted);
}

} // namespace bpf::btf
