// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Files below /proc and /sys; what the kernel accepts it is asked.
#include "driver/doctor/KernelFacts.h"
#include "driver/doctor/KernelConfig.h"
#include "passes/target/CpuProbe.h"
#include "passes/target/KernelVersion.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include <bpf/libbpf.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <sys/vfs.h>

using namespace llvm;

namespace bpf {

/// The contents of a small file, without the end of the line; nothing where it cannot be read.
static std::optional<std::string> contents(const char *Path) {
  // Files of /proc have no size.
  auto Read = MemoryBuffer::getFileAsStream(Path);
  return Read ? std::optional(StringRef((*Read)->getBuffer()).rtrim().str()) : std::nullopt;
}

static void addRelease(Facts &Found) {
  utsname Running = {};
  uname(&Running);
  Found.push_back({"kernel", "release", formatv("Linux {0}, {1}", Running.release, Running.machine)});
  std::optional<Cpu> Newest = probeCpu();
  Found.push_back({"kernel", "instruction set", Newest ? name(*Newest).str() : "unknown",
                   Newest ? Health::Good : Health::Needed,
                   Newest ? "" : "bpf() is not permitted: --verify needs CAP_BPF, or root"});
  bool HasTypes = sys::fs::exists("/sys/kernel/btf/vmlinux");
  Found.push_back({"kernel", "BTF", HasTypes ? "/sys/kernel/btf/vmlinux" : "none",
                   HasTypes ? Health::Good : Health::Missing,
                   HasTypes ? "" : "CO-RE, fentry and kfuncs need a kernel with CONFIG_DEBUG_INFO_BTF"});
}

static void addCapabilities(Facts &Found) {
  struct {
    StringLiteral Name;
    unsigned Bit;
    StringLiteral Without;
  } static constexpr Rows[] = {{"CAP_BPF", 39, "no program can be loaded; run it with sudo"},
                               {"CAP_NET_ADMIN", 12, "networking programs cannot be loaded"},
                               {"CAP_PERFMON", 38, "tracing programs cannot be loaded"},
                               {"CAP_SYS_ADMIN", 21, "some programs cannot be attached"}};
  std::string Status = contents("/proc/self/status").value_or("");
  uint64_t Effective = 0;
  StringRef(Status).split("CapEff:").second.split('\n').first.trim().getAsInteger(16, Effective);
  for (const auto &Each : Rows) {
    bool Has = Effective >> Each.Bit & 1;
    Found.push_back({"capabilities", Each.Name.str(), Has ? "yes" : "no", Has ? Health::Good : Health::Missing,
                     Has ? "" : Each.Without.str()});
  }
}

/// What the kernel refuses, of all types that libbpf can ask for.
static void addProgramTypes(Facts &Found) {
  std::vector<std::string> Loads, Missing;
  for (int Type = BPF_PROG_TYPE_UNSPEC + 1; const char *Name = libbpf_bpf_prog_type_str(bpf_prog_type(Type)); ++Type)
    (libbpf_probe_bpf_prog_type(bpf_prog_type(Type), nullptr) == 1 ? Loads : Missing).push_back(Name);
  Found.push_back({"program types", "accepted", formatv("{0} of {1}", Loads.size(), Loads.size() + Missing.size()),
                   Missing.empty() ? Health::Good : Health::Missing,
                   Missing.empty() ? "" : "not " + join(Missing, ", ")});
}

static void addKnob(Facts &Found, StringRef Name, const char *Path, function_ref<std::string(StringRef)> Judge) {
  std::optional<std::string> Value = contents(Path);
  std::string Remedy = Value ? Judge(*Value) : "";
  Found.push_back({"settings", Name.str(), Value.value_or("not there"),
                   !Value           ? Health::Unknown
                   : Remedy.empty() ? Health::Good
                                    : Health::Missing,
                   Remedy});
}

static void addSettings(Facts &Found) {
  addKnob(Found, "bpf_jit_enable", "/proc/sys/net/core/bpf_jit_enable", [](StringRef Value) {
    return Value == "0" ? "programs are interpreted: sysctl net.core.bpf_jit_enable=1" : "";
  });
  addKnob(Found, "bpf_jit_harden", "/proc/sys/net/core/bpf_jit_harden", [](StringRef Value) {
    return Value == "2" ? "constants are hidden for root as well, which costs time" : "";
  });
  addKnob(Found, "bpf_jit_kallsyms", "/proc/sys/net/core/bpf_jit_kallsyms", [](StringRef Value) {
    return Value == "0" ? "perf shows no names of programs: sysctl net.core.bpf_jit_kallsyms=1" : "";
  });
  addKnob(Found, "unprivileged_bpf_disabled", "/proc/sys/kernel/unprivileged_bpf_disabled",
          [](StringRef Value) { return Value == "0" ? "any user can load programs" : ""; });
  addKnob(Found, "lockdown", "/sys/kernel/security/lockdown", [](StringRef Value) {
    return Value.contains("[confidentiality]") ? "programs cannot read the kernel's memory" : "";
  });
  rlimit Locked = {};
  getrlimit(RLIMIT_MEMLOCK, &Locked);
  bool IsUnlimited = Locked.rlim_cur == RLIM_INFINITY;
  // Since 5.11 the memory of maps and programs is accounted to the cgroup.
  bool Matters = KernelVersion::running().value_or(KernelVersion()) < KernelVersion{5, 11} && !IsUnlimited;
  Found.push_back({"settings", "memlock limit",
                   IsUnlimited ? "unlimited" : formatv("{0} KiB", Locked.rlim_cur / 1024).str(),
                   Matters ? Health::Missing : Health::Good, Matters ? "maps may not fit: ulimit -l unlimited" : ""});
  constexpr auto BpfFsMagic = 0xcafe4a11;
  struct statfs Mounted = {};
  bool IsMounted = statfs("/sys/fs/bpf", &Mounted) == 0 && uint32_t(Mounted.f_type) == BpfFsMagic;
  Found.push_back({"settings", "bpf filesystem", IsMounted ? "/sys/fs/bpf" : "not mounted",
                   IsMounted ? Health::Good : Health::Missing,
                   IsMounted ? "" : "nothing can be pinned: mount -t bpf bpf /sys/fs/bpf"});
}

Facts kernelFacts() {
  Facts Found;
  addRelease(Found);
  addCapabilities(Found);
  addProgramTypes(Found);
  addSettings(Found);
  addConfiguration(Found);
  return Found;
}

} // namespace bpf
