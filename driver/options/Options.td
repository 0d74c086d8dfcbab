// bpfcc's own options. Everything that is not here goes to clang; what clang's table calls unknown is looked up here,
// word by word, so every option is a Flag or Joined. Each is also known as -fplugin-arg-bpfcc-NAME, which clang takes.
include "llvm/Option/OptParser.td"

def target_group : OptionGroup<"target">, HelpText<"WHAT THE PROGRAM IS FOR">;
def profile_group : OptionGroup<"profile">, HelpText<"HOW IT IS COMPILED">;

def kernel_EQ : Joined<["--"], "kernel=">, Group<target_group>, MetaVarName<"X.Y|running">,
  HelpText<"The oldest kernel that the object must load on (default: running)">;
def loader_EQ : Joined<["--"], "loader=">, Group<target_group>, MetaVarName<"NAME">,
  HelpText<"Who loads it: libbpf[:X.Y], iproute2, iproute2-legacy, bpftool, cilium-ebpf (default: libbpf)">;
def program_type_EQ : Joined<["--"], "program-type=">, Group<target_group>, MetaVarName<"SECTION:TYPE">,
  HelpText<"The type of a section's programs (xdp, classifier, ...), where its name does not tell it; names it so for libbpf">;
def capabilities_EQ : Joined<["--"], "capabilities=">, Group<target_group>, MetaVarName<"LIST">,
  HelpText<"What the loader may do: root, none, or bpf,net_admin,perfmon,sys_admin (default: root)">;
def arch_EQ : Joined<["--"], "arch=">, Group<target_group>, MetaVarName<"NAME">,
  HelpText<"The machine it is loaded on, as uname -m says it (default: this one)">;

def shown_group : OptionGroup<"shown">, HelpText<"WHAT BECOMES OF FINDINGS">;
def fix : Flag<["--"], "fix">, Group<shown_group>,
  HelpText<"Put the repairs that checks know into the sources, and make no object">;

def verify : Flag<["--"], "verify">, Group<shown_group>,
  HelpText<"Load each program into the running kernel, whatever --kernel= says, and write no object with one that it rejects; works on objects too">;
def verify_EQ : Joined<["--"], "verify=">, Group<shown_group>, MetaVarName<"log|if-possible">,
  HelpText<"As --verify; log prints the verifier's whole log of a rejected program, if-possible accepts programs that the kernel cannot be asked about">;

def check_group : OptionGroup<"check">, HelpText<"WHAT IS KNOWN">;
def list_checks : Flag<["--"], "list-checks">, Group<check_group>,
  HelpText<"Every check, where it looks, and what it finds">;
def explain_EQ : Joined<["--"], "explain=">, Group<check_group>, MetaVarName<"CHECK">,
  HelpText<"The page of a check: what it finds, why the kernel refuses it, a bad and a repaired example">;
def help_EQ : Joined<["--"], "help=">, Group<check_group>, MetaVarName<"man">,
  HelpText<"The manual page, for man -l -">;
def list_features : Flag<["--"], "list-features">, Group<check_group>,
  HelpText<"What kernels and loaders have, and from which release on">;

// clang knows -fdiagnostics-format=, --target= and -mcpu= and so reads them; these rows are their help.
def fdiagnostics_format_EQ : Joined<["-"], "fdiagnostics-format=">, Group<shown_group>, MetaVarName<"sarif">,
  HelpText<"All that there is to say as one document in SARIF 2.1.0, on standard error">;
def target_EQ : Joined<["--"], "target=">, Group<target_group>, MetaVarName<"TRIPLE">,
  HelpText<"bpf, bpfel, bpfeb; a 64-bit machine's (x86_64-linux-gnu) gives the source its types and macros">;
def mcpu_EQ : Joined<["-"], "mcpu=">, Group<profile_group>, MetaVarName<"NAME">,
  HelpText<"The instruction set: probe, v1, v2, v3, v4, generic; -mcpu=help tells about them (default: probe)">;
def endian_EQ : Joined<["--"], "endian=">, Group<target_group>, MetaVarName<"little|big">,
  HelpText<"The byte order of the object (default: that of --arch)">;
def inline_EQ : Joined<["--"], "inline=">, Group<profile_group>, MetaVarName<"bounded|always|auto">,
  HelpText<"Inline static functions: what LLVM chooses and as much of the rest as adds 5 %, all, or LLVM's choice (default: bounded)">;
def fbpf_legacy_maps : Flag<["-"], "fbpf-legacy-maps">, Group<profile_group>,
  HelpText<"Make maps of BTF from definitions in section maps (default, except for --loader=iproute2-legacy)">;
def fno_bpf_legacy_maps : Flag<["-"], "fno-bpf-legacy-maps">, Group<profile_group>,
  HelpText<"Leave such definitions as they are">;
def link_later : Flag<["--"], "link-later">, Group<profile_group>,
  HelpText<"With -c: the object is a part. What it lacks others have, and its types are made ready when it is linked">;
def no_header_trim : Flag<["--"], "no-header-trim">, Group<profile_group>,
  HelpText<"Parse headers of declarations, such as vmlinux.h, whole instead of only what the program uses">;
def j : Joined<["-"], "j">, Group<profile_group>, MetaVarName<"N">,
  HelpText<"Compile N of several sources at the same time (default: 1)">;
def print_profile : Flag<["--"], "print-profile">, Group<profile_group>,
  HelpText<"Show the target and every argument that bpfcc gives clang, with its reason">;
def print_profile_EQ : Joined<["--"], "print-profile=">, Group<profile_group>, MetaVarName<"json">,
  HelpText<"The same for programs">;
