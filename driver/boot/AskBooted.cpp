// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// With KVM if the kernel gets so far with it as to say who it is, else emulated.
#include "driver/boot/AskBooted.h"
#include "driver/boot/BootArchive.h"
#include "driver/boot/KernelImage.h"
#include "driver/boot/Machine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace bpf {

namespace {

/// Seconds without a word after which a machine is ended. A boot takes a second with KVM, ten emulated on an idle
/// machine; a program that is walked up to the verifier's limit takes a minute emulated.
struct Patience {
  unsigned Boot, Program;
};

/// An answer while it comes in.
class Answer {
public:
  Answer(const BootedKernel &Kernel, const BootRequest &Request, function_ref<void(StringRef)> Progress)
      : Kernel(Kernel), Request(Request), Progress(Progress) {
    Result.Objects.resize(Request.Objects.size());
  }
  /// Reads to the end of the answer, or of the machine. \returns false if the kernel did not even say who it is.
  bool readFrom(Machine &From, Patience Limit);
  void fail(Outcome Result, std::string Why, std::string Remedy = "") {
    this->Result.Failure = {Result, std::move(Why), std::move(Remedy)};
  }
  BootedAnswer Result;

private:
  bool take(const Record &Read);
  bool takeRelease(StringRef Text);

  const BootedKernel &Kernel;
  const BootRequest &Request;
  function_ref<void(StringRef)> Progress;
  bool IsBooted = false, IsDone = false;
  size_t Programs = 0;
};

} // namespace

static constexpr Patience WithKvm = {10, 120}, Emulated = {300, 600};

/// The name of an image may be wrong.
bool Answer::takeRelease(StringRef Text) {
  IsBooted = true;
  Result.Release = Text.str();
  std::optional<KernelVersion> Real =
      KernelVersion::parse(Text.take_while([](char C) { return isDigit(C) || C == '.'; }));
  if (Real == Kernel.Release)
    return true;
  fail(Outcome::WrongInput, formatv("the image of Linux {0} is one of {1}", Kernel.Release.text(), Text));
  return false;
}

/// \returns false at the end, and for what no answer has.
bool Answer::take(const Record &Read) {
  if (Read.Kind == answer::Done) {
    IsDone = true;
    return false;
  }
  if (Read.Kind == answer::Release && Read.Fields.size() == 1)
    return takeRelease(Read.Fields[0]);
  std::optional<size_t> Number = objectIn(Read, Result.Objects.size());
  if (!Number)
    return false;
  ObjectAnswer &Object = Result.Objects[*Number];
  if (std::optional<Verdict> V = verdictIn(Read)) {
    ++Programs;
    Progress(formatv("Linux {0}: {1} program{2} of '{3}'", Kernel.Release.text(), Programs, Programs == 1 ? "" : "s",
                     Request.Objects[*Number].Name)
                 .str());
    Object.Verdicts.push_back(std::move(*V));
    return true;
  }
  if (Read.Kind == answer::Answered)
    Object.Status = ObjectAnswer::Complete;
  else if (Read.Kind == answer::Crashed)
    Object.Status = ObjectAnswer::Crashed;
  else if (Read.Kind == answer::Unopened && Read.Fields.size() == 2) {
    Object.Status = ObjectAnswer::Unopened;
    Object.Why = Read.Fields[1];
  } else
    return false;
  return true;
}

bool Answer::readFrom(Machine &From, Patience Limit) {
  std::string Text;
  bool GoesOn = true;
  while (GoesOn && From.read(Text, IsBooted ? Limit.Program : Limit.Boot))
    while (GoesOn) {
      Expected<std::optional<Record>> Next = takeRecord(Text);
      if (!Next) {
        consumeError(Next.takeError());
        GoesOn = false;
      } else if (*Next) {
        GoesOn = take(**Next);
      } else {
        break;
      }
    }
  std::string LastWords = From.end();
  bool IsComplete =
      IsDone && none_of(Result.Objects, [](const ObjectAnswer &Each) { return Each.Status == ObjectAnswer::Missing; });
  if (!IsComplete && !Result.Failure)
    fail(Outcome::NotDone,
         formatv("Linux {0} {1}{2}", Kernel.Release.text(),
                 IsBooted ? "ended, or was silent for too long, before it had answered" : "does not boot",
                 LastWords.empty() ? "" : ": " + LastWords)
             .str());
  return IsBooted;
}

static Expected<std::string> archiveFor(const BootedKernel &Kernel, const KernelImage &Image, StringRef Request) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> Guest = MemoryBuffer::getFile(Kernel.Guest);
  if (!Guest)
    return createFileError(Kernel.Guest, Guest.getError());
  std::vector<BootFile> Files = {{"init", (*Guest)->getBuffer(), /*IsProgram=*/true}, {"request", Request}};
  ErrorOr<std::unique_ptr<MemoryBuffer>> Config = MemoryBuffer::getFile(Image.Config);
  if (Config)
    Files.push_back({"config", (*Config)->getBuffer()});
  return bootArchive(Files);
}

BootedAnswer askBooted(const BootedKernel &Kernel, const BootRequest &Request, function_ref<void(StringRef)> Progress) {
  Answer Failed(Kernel, Request, Progress);
  std::string Release = Kernel.Release.text(), Qemu = findQemu();
  std::optional<KernelImage> Image = findKernelImage(Kernel.Images, Kernel.Release);
  if (!Image) {
    Failed.fail(Outcome::NotAsked, formatv("no image of Linux {0} is in '{1}'", Release, Kernel.Images),
                formatv("bpfcc --fetch-kernel={0} brings Debian's; any other bzImage can be put there as vmlinuz-{0}",
                        Release));
    return Failed.Result;
  }
  if (Qemu.empty()) {
    Failed.fail(Outcome::NotAsked, "qemu-system-x86_64, which boots other kernels, is not installed",
                "on Debian: apt-get install qemu-system-x86");
    return Failed.Result;
  }
  if (!sys::fs::exists(Kernel.Guest)) {
    Failed.fail(Outcome::NotAsked, formatv("bpfcc was built without '{0}', which loads the programs", Kernel.Guest),
                "it is built on x86-64, with libelf.a, libz.a and libzstd.a");
    return Failed.Result;
  }
  Expected<std::string> Files = archiveFor(Kernel, *Image, writeRequest(Request));
  MemoryFile Archive;
  Error Failure = Files ? Archive.write(*Files) : Files.takeError();
  if (Failure) {
    Failed.fail(Outcome::NotDone, toString(std::move(Failure)));
    return Failed.Result;
  }
  for (Acceleration How : {Acceleration::Kvm, Acceleration::Emulation}) {
    if (How == Acceleration::Kvm && !mayUseKvm())
      continue;
    Progress(formatv("booting Linux {0}{1}", Release, How == Acceleration::Kvm ? "" : ", emulated").str());
    Answer Next(Kernel, Request, Progress);
    Next.Result.IsEmulated = How == Acceleration::Emulation;
    Expected<Machine> Started = Machine::start(Qemu, How, Image->Path, Archive);
    if (!Started) {
      Next.fail(Outcome::NotDone, toString(Started.takeError()));
      return Next.Result;
    }
    bool IsBooted = Next.readFrom(*Started, How == Acceleration::Kvm ? WithKvm : Emulated);
    if (IsBooted || How == Acceleration::Emulation)
      return Next.Result;
  }
  return Failed.Result;
}

} // namespace bpf
