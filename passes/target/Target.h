// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who will load the program: the kernel, the loader, its capabilities, the machine, the instruction set. A Target is
// made once from what the user named, never changes, and is what every check and the Profile ask. Facts come from
// the .def tables beside this file; code asks has(), never compares versions.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_TARGET_H
#define BPFTOOLCHAIN_PASSES_TARGET_TARGET_H

#include "passes/target/Answer.h"
#include "passes/target/Helper.h"
#include "passes/target/KernelVersion.h"
#include "passes/target/MapRule.h"
#include "passes/target/ProgramType.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace bpf {

enum class Cpu {
#define CPU(Id, Name, Major, Minor, Adds) Id,
#include "passes/target/Cpus.def"
};

enum class Feature {
#define FEATURE(Id, Name, Major, Minor, Source) Id,
#include "passes/target/KernelFeatures.def"
};

enum class Loader {
#define LOADER(Id, Name, Traits, Source) Id,
#include "passes/target/Loaders.def"
};

enum class Capability {
#define CAPABILITY(Id, Name, Opens) Id,
#include "passes/target/Capabilities.def"
};

enum class ByteOrder { Little, Big };

/// A row of Architectures.def.
struct Architecture {
  llvm::StringRef Machine;   ///< as uname -m
  llvm::StringRef Macro;     ///< as in __TARGET_ARCH_<macro>
  llvm::StringRef Multiarch; ///< folder under /usr/include
  ByteOrder Order;
  KernelVersion MixesTailCalls; ///< the first kernel that accepts tail calls in a program with calls
};

/// The user's words; an empty member was not given.
struct TargetRequest {
  std::string Cpu;                ///< probe, v1..v4, generic
  std::string Kernel;             ///< X.Y, running
  std::string Loader;             ///< a name of Loaders.def, with :X.Y where it has versions
  std::string Capabilities;       ///< root, none, or names of Capabilities.def with commas
  std::string Architecture;       ///< a machine or macro of Architectures.def
  std::string Macro;              ///< of -D__TARGET_ARCH_<macro>: the machine where nothing else names one
  std::string Triple;             ///< of --target=
  std::optional<ByteOrder> Order; ///< of --endian=
};

class Target {
public:
  /// Resolves a request; the error names what is unknown or contradicts itself, and what there is instead.
  /// Asks the running kernel only where nothing else decides the instruction set.
  static llvm::Expected<Target> resolve(const TargetRequest &Request);

  /// True where the kernel has the feature and the loader can use it: calls between functions ask for CAP_BPF too
  /// (check_subprogs() in kernel/bpf/verifier.c).
  bool has(Feature F) const;
  /// The first kernel with the feature, for messages.
  static KernelVersion since(Feature F);

  /// The kernel's bound on the stack of a program, in bytes: MAX_BPF_STACK, the same in every release.
  unsigned stackLimit() const { return 512; }
  /// The kernel's bound on the instructions of a program: BPF_MAXINSNS, or BPF_COMPLEXITY_LIMIT_INSNS for the
  /// privileged.
  unsigned programLimit() const;
  /// The kernel's bound on the instructions that the verifier processes, counting each iteration of loops:
  /// BPF_COMPLEXITY_LIMIT_INSNS, on the kernels that accept loops.
  unsigned walkLimit() const { return 1000000; }

  /// True where a program of that type, by its name in ProgramTypes.def, needs a license that is compatible with the
  /// GPL to call the helper. Of a type that is not known, an empty name, only what holds for all.
  bool needsGpl(const Helper &Called, llvm::StringRef Type) const;
  /// True where a program of the type needs such a license, whatever it calls.
  bool needsGpl(const ProgramType &Type) const { return Type.GplSince <= Kernel; }

  Cpu cpu() const { return CpuOfTarget; }
  /// True if the kernel accepts that instruction set.
  bool accepts(Cpu C) const;
  /// The first kernel that has this instruction set.
  KernelVersion cpuSince() const;
  /// Why this instruction set: one phrase for --print-profile.
  llvm::StringRef cpuReason() const { return CpuReason; }
  /// True where bpf() was not permitted, so that the kernel's release decided instead of its verifier.
  bool cpuIsGuessed() const { return CpuGuessed; }

  /// The oldest kernel that the object must load on; the running one where none was named.
  KernelVersion kernel() const { return Kernel; }
  /// The newest kernel that the object is for: the running one, or the named one where that is newer.
  KernelVersion newestKernel() const { return std::max(Kernel, Running); }
  /// What the releases that the object is for make of something that only these releases accept: see Answer.h.
  /// \param Possible the first release that has all that the object uses, and so could load it: it counts where no
  /// kernel was named.
  Answer judge(Releases Accepting, KernelVersion Possible) const;
  /// ... where that is not known: what the running kernel makes of it.
  Answer judge(Releases Accepting) const { return judge(Accepting, Kernel); }

  /// True where --kernel=X.Y named it: only then is it written into the object.
  bool kernelIsNamed() const { return KernelNamed; }

  /// "kernel 4.14 with loader libbpf", for messages.
  std::string kernelAndLoader() const;
  /// The same where has(Feature::FunctionCalls) is false, or "kernel 6.1 without CAP_BPF".
  std::string componentWithoutCalls() const;

  Loader loader() const { return LoaderOfTarget; }
  /// True where it makes maps of .maps; else it reads the numbers in section `maps`.
  bool readsBtfMaps() const;
  /// The loader's version where one was given.
  std::optional<KernelVersion> loaderVersion() const { return LoaderVersion; }

  /// True where a program's type comes from the name of its section, and of no other place.
  bool readsSections() const;
  /// True if the loader derives the type of a program from that name; for an unknown version, if any version does.
  bool knowsSection(llvm::StringRef Section) const;
  /// True where the loader finds programs that are static, too.
  bool loadsStaticPrograms() const;
  /// True if the program that loads the object may set what the definition of a map omits.
  bool loaderIsLibrary() const;
  /// True if the loader rejects unknown members of a map's definition.
  bool rejectsUnknownMembers() const;
  /// True if the loader itself knows the sizes of that map type, whatever the definition has.
  bool setsSizes(const MapRule &Type) const;
  /// True if the loader accepts maps that are defined in the section "maps".
  bool acceptsLegacyMaps() const;
  /// True where the kernel has that type of map.
  bool has(const MapRule &Type) const { return Type.Since <= Kernel; }
  /// True where a program may have both calls and tail calls.
  bool mixesTailCalls() const { return Machine->MixesTailCalls <= Kernel; }

  const Architecture &architecture() const { return *Machine; }
  /// The byte order of the object.
  ByteOrder order() const { return Order; }
  /// The triple of the code, bpfel or bpfeb.
  llvm::StringRef objectTriple() const;
  /// The triple of clang's front end: whose macros and types the source sees. The object's, or --target='s.
  llvm::StringRef frontEndTriple() const;
  /// True for another machine than BPF, which programs that depend on its registers are compiled for first.
  bool hasNativeFrontEnd() const { return NativeFrontEnd; }
  /// True where code uses 32-bit sub-registers, which LLVM does by itself from v3 on. It can be asked for them below
  /// (+alu32), but not safely: without v3's 32-bit jumps it compares the 64-bit register with a sign-extended constant,
  /// so that `x == 0xC0A80001u` is never true.
  bool hasAlu32() const { return CpuOfTarget >= Cpu::V3; }

  bool may(Capability C) const;
  /// "root", "none" or the names with commas.
  std::string capabilitiesText() const;

private:
  Target() = default;
  bool mayCall() const;
  llvm::Error resolveKernel(llvm::StringRef Text);
  void probeForCpu();
  llvm::Error resolveCpu(llvm::StringRef Text);
  llvm::Error resolveLoader(llvm::StringRef Text);
  llvm::Error resolveCapabilities(llvm::StringRef Text);
  llvm::Error resolveMachine(const TargetRequest &Request);
  llvm::Error resolveArchitecture(llvm::StringRef Text);
  llvm::Error resolveBpfTriple(const TargetRequest &Request);
  llvm::Error resolveNativeTriple(const TargetRequest &Request);

  Cpu CpuOfTarget = Cpu::V3;
  std::string CpuReason;
  bool CpuGuessed = false;
  KernelVersion Kernel;
  KernelVersion Running; ///< 0.0 where its release cannot be read
  bool KernelNamed = false;
  Loader LoaderOfTarget = Loader::Libbpf;
  std::optional<KernelVersion> LoaderVersion;
  unsigned Capabilities = 0;
  const Architecture *Machine = nullptr;
  ByteOrder Order = ByteOrder::Little;
  std::string FrontEnd;
  bool NativeFrontEnd = false;
};

/// A row's name in the tables: "v1", "libbpf", ...
llvm::StringRef name(Cpu C);
llvm::StringRef name(Feature F);
llvm::StringRef name(Loader L);
llvm::StringRef name(Capability C);

/// All values of the option of each, for messages and completion: "probe" and "v1", "libbpf", "x86_64", ...
std::vector<llvm::StringRef> cpuNames();
std::vector<llvm::StringRef> loaderNames();
std::vector<llvm::StringRef> architectureNames();
std::vector<llvm::StringRef> capabilityNames();
/// ... and what --capabilities= accepts instead of names: "root", "none".
std::vector<llvm::StringRef> capabilitySets();
/// ... and the usual triples of --target=, which accepts others too.
std::vector<llvm::StringRef> tripleNames();

/// What -mcpu=help prints: a line for each instruction set, with its first kernel.
std::string cpuHelp();

/// What --list-features prints: the kernels' features and the loaders, with the source of each fact.
std::string featureHelp();

} // namespace bpf

#endif
