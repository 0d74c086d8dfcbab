// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a BPF program needs of clang. Inlining is not here: it is a transform on the IR, see Backend.
#include "driver/options/Profile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace bpf {

/// Whose types the source sees, and for which code. What clang's front end for another machine would not understand
/// is passed only to LLVM, see Retarget.
static void addTarget(Profile &Arguments, const Options &Opts, const Target &T) {
  std::string Triple = "--target=" + T.frontEndTriple().str();
  if (T.hasNativeFrontEnd()) {
    Arguments.push_back({{Triple}, "the types of that machine; the code is for BPF " + name(T.cpu()).str()});
    return;
  }
  Arguments.push_back({{Triple},
                       !Opts.Wanted.Triple.empty() ? "named by --target"
                       : Opts.Wanted.Order         ? "the byte order of --endian"
                                                   : "BPF, in the byte order of " + T.architecture().Machine.str()});
  Arguments.push_back({{("-mcpu=" + name(T.cpu())).str()}, T.cpuReason().str()});
}

static void addCode(Profile &Arguments, const Options &Opts) {
  if (!Opts.NamesOptimization)
    Arguments.push_back({{"-O2"}, "generates code that the verifier accepts best"});
  Arguments.push_back({{"-fms-extensions"},
                       "tagged structs as anonymous members, which kernels have from 6.19 on: without it clang omits "
                       "them, and sizes are wrong"});
  Arguments.push_back({{"-fno-jump-tables"}, "no loader relocates a table of branch targets"});
  Arguments.push_back({{"-fno-asynchronous-unwind-tables", "-fno-unwind-tables"}, "nothing unwinds a BPF stack"});
  Arguments.push_back({{"-fno-stack-protector"}, "a BPF stack has no canary"});
}

/// The folders of the sources as they are written, each once, a folder before those within it.
static std::vector<StringRef> sourceFolders(const Options &Opts) {
  std::vector<StringRef> Folders;
  for (const std::string &Input : Opts.Inputs)
    if (StringRef Folder = sys::path::parent_path(Input); !Folder.empty() && Folder != "/")
      Folders.push_back(Folder);
  sort(Folders);
  Folders.erase(llvm::unique(Folders), Folders.end());
  return Folders;
}

/// The project's own include folders that are named from the root, as CMake writes them, a folder before those within
/// it. System headers have the same place in every checkout.
static std::vector<StringRef> headerFolders(const Options &Opts) {
  std::vector<StringRef> Folders;
  for (StringRef Each : Opts.IncludeFolders)
    if (StringRef Folder = Each.rtrim('/'); sys::path::is_absolute(Folder) && !Folder.starts_with("/usr"))
      Folders.push_back(Folder);
  sort(Folders);
  Folders.erase(llvm::unique(Folders), Folders.end());
  return Folders;
}

/// The same source is to give the same bytes wherever it lies and from wherever bpfcc is called. Of the maps that
/// match, clang uses the last.
static void addPathMaps(Profile &Arguments, const Options &Opts) {
  Arguments.push_back({{"-ffile-prefix-map=/="}, "no absolute paths in the object"});
  SmallString<128> Here;
  if (!sys::fs::current_path(Here) && Here != "/")
    Arguments.push_back({{("-ffile-prefix-map=" + Here + "=").str(), ("-ffile-prefix-map=" + Here + "/=").str()},
                         "nor the folder of the compile"});
  for (StringRef Folder : headerFolders(Opts))
    Arguments.push_back({{("-ffile-prefix-map=" + Folder + "/=").str()}, "headers are named relative to their folder"});
  for (StringRef Folder : sourceFolders(Opts))
    Arguments.push_back({{("-ffile-prefix-map=" + Folder + "/=").str()}, "sources are named relative to their folder"});
}

/// Before the user's options, so that these have the last word.
static void addWarnings(Profile &Arguments, const Options &Opts) {
  Arguments.push_back({{"-Wuninitialized", "-Wsometimes-uninitialized"},
                       "what a program returns without a value is a constant after optimization"});
  if (!Opts.NamesUninitialized)
    Arguments.push_back({{"-Wno-error=uninitialized", "-Wno-error=sometimes-uninitialized"},
                         "warnings that are on by default do not stop a build with -Werror"});
}

static void addObject(Profile &Arguments, const Options &Opts) {
  if (Opts.CompilesToObject)
    Arguments.push_back({{"-c"}, "a BPF object is loaded without a link step"});
  if (Opts.Debug == DebugInfo::TypesOnly)
    Arguments.push_back({{"-g"}, "BTF is made from debug information; without -g DWARF is dropped at the end"});
  Arguments.push_back({{"-fno-ident", "-fno-addrsig"}, "no loader reads these sections"});
  addPathMaps(Arguments, Opts);
}

static void addFolder(Profile &Arguments, const Twine &Folder, const Twine &Reason) {
  Arguments.push_back({{"-idirafter", Folder.str()}, Reason.str()});
}

/// The host's folders are searched behind those of a set that is not theirs: one of theirs does not mix with it.
static void addHeaders(Profile &Arguments, const Options &Opts, const Target &T, const Installation &Installed,
                       const HeaderSets &Headers) {
  Arguments.push_back({{"-resource-dir=" + Installed.ClangDir}, "clang's own headers"});
  Arguments.push_back(
      {{("-D__TARGET_ARCH_" + T.architecture().Macro).str()}, "selects the registers of PT_REGS_* macros"});
  if (Opts.NoStandardIncludes)
    return;
  Arguments.push_back({{"-isystem", Installed.HeaderDir},
                       "<stdint.h> and other headers of the C library for a 64-bit machine without glibc"});
  bool Precedes = !Headers.Kernel.Folders.empty() || !Headers.Libbpf.Folders.empty();
  if (Precedes)
    Arguments.push_back({{"-nostdlibinc"}, "the host's folders follow those of the headers that it does not have"});
  for (const std::string &Folder : Headers.Libbpf.Folders)
    addFolder(Arguments, Folder, "<bpf/bpf_helpers.h> and other headers of libbpf");
  for (const std::string &Folder : Headers.Kernel.Folders)
    addFolder(Arguments, Folder, "<linux/bpf.h>, <asm/types.h> and other headers of the kernel for the machine");
  if (Precedes)
    addFolder(Arguments, Opts.Sysroot + "/usr/local/include", "the host's, as without -nostdlibinc");
  addFolder(Arguments, Opts.Sysroot + "/usr/include/" + T.architecture().Multiarch,
            "<asm/types.h> and other headers of the machine");
  if (Precedes)
    addFolder(Arguments, Opts.Sysroot + "/usr/include", "the host's, as without -nostdlibinc");
}

Profile makeProfile(const Options &Opts, const Target &T, const Installation &Installed, const HeaderSets &Headers) {
  Profile Arguments;
  Arguments.push_back({{"--no-default-config"}, "the host's configuration of clang is not meant for BPF"});
  addTarget(Arguments, Opts, T);
  addCode(Arguments, Opts);
  addWarnings(Arguments, Opts);
  addObject(Arguments, Opts);
  addHeaders(Arguments, Opts, T, Installed, Headers);
  return Arguments;
}

} // namespace bpf
