// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfcc's own options; all others go to clang. Words that clang's table does not know are looked up here one by one, so every option
// is a Flag or Joined. Each is also spelled -fplugin-arg-bpfcc-NAME, which clang accepts.
include "llvm/Option/OptParser.td"

def target_group : OptionGroup<"target">, HelpText<"TARGET">;
def compilation_group : OptionGroup<"compilation">, HelpText<"COMPILATION">;
def diagnostics_group : OptionGroup<"diagnostics">, HelpText<"DIAGNOSTICS">;
def information_group : OptionGroup<"information">, HelpText<"INFORMATION">;

def kernel_EQ : Joined<["--"], "kernel=">, Group<target_group>, MetaVarName<"X.Y|running">,
  HelpText<"Oldest kernel that must load the object (default: running)">;
def loader_EQ : Joined<["--"], "loader=">, Group<target_group>, MetaVarName<"NAME">,
  HelpText<"Loader of the object: libbpf[:X.Y], iproute2, iproute2-legacy, bpftool, cilium-ebpf (default: libbpf)">;
def program_type_EQ : Joined<["--"], "program-type=">, Group<target_group>, MetaVarName<"SECTION:TYPE">,
  HelpText<"Type of the programs in SECTION (xdp, classifier, ...), if its name does not imply it; renames the section for libbpf">;
def capabilities_EQ : Joined<["--"], "capabilities=">, Group<target_group>, MetaVarName<"LIST">,
  HelpText<"Capabilities of the loader: root, none, or bpf,net_admin,perfmon,sys_admin (default: root)">;
def arch_EQ : Joined<["--"], "arch=">, Group<target_group>, MetaVarName<"NAME">,
  HelpText<"Machine that runs the object, as printed by uname -m (default: this one)">;
def endian_EQ : Joined<["--"], "endian=">, Group<target_group>, MetaVarName<"little|big">,
  HelpText<"Byte order of the object (default: that of --arch)">;
def headers_EQ : Joined<["--"], "headers=">, Group<target_group>, MetaVarName<"auto|host|bundled">,
  HelpText<"Headers of the kernel and of libbpf: the host's where it has all for --arch and else those installed with bpfcc, always the host's, or always bpfcc's (default: auto)">;

def inline_EQ : Joined<["--"], "inline=">, Group<compilation_group>, MetaVarName<"bounded|always|auto">,
  HelpText<"Inline static functions: LLVM's choice and as many others as add 5 % to the code, all, or LLVM's choice (default: bounded)">;
def fbpf_legacy_maps : Flag<["-"], "fbpf-legacy-maps">, Group<compilation_group>,
  HelpText<"Convert definitions in section maps to BTF maps (default, except for --loader=iproute2-legacy)">;
def fno_bpf_legacy_maps : Flag<["-"], "fno-bpf-legacy-maps">, Group<compilation_group>,
  HelpText<"Keep definitions in section maps as they are">;
def fbpf_transform : Joined<["-"], "fbpf-">, Group<compilation_group>, MetaVarName<"TRANSFORM">,
  HelpText<"Change code that optimizations made unverifiable back (default: transforms, which stands for all)">;
def fno_bpf_transform : Joined<["-"], "fno-bpf-">, Group<compilation_group>, MetaVarName<"TRANSFORM">,
  HelpText<"Keep the code as LLVM makes it; --explain=TRANSFORM describes each">;
def fbpf_transforms_limit_EQ : Joined<["-"], "fbpf-transforms-limit=">, Group<compilation_group>, MetaVarName<"N">,
  HelpText<"Make only the first N changes, to find the one that matters">;
def filetype_EQ : Joined<["-"], "filetype=">, Group<compilation_group>, MetaVarName<"obj|asm">,
  HelpText<"As llc: compile LLVM IR, by default from standard input, to an object or to assembly">;
def mattr_EQ : Joined<["-"], "mattr=">, Group<compilation_group>, MetaVarName<"LIST">,
  HelpText<"As llc: features of LLVM's BPF back end, such as +alu32">;
def link_later : Flag<["--"], "link-later">, Group<compilation_group>,
  HelpText<"With -c: compile part of an object that is linked later; undefined symbols are allowed and BTF is finalized by the link">;
def no_header_trim : Flag<["--"], "no-header-trim">, Group<compilation_group>,
  HelpText<"Parse headers of declarations, such as vmlinux.h, completely instead of only the declarations that the program uses">;
def j : Joined<["-"], "j">, Group<compilation_group>, MetaVarName<"N">,
  HelpText<"Compile up to N sources in parallel (default: 1)">;

def fix : Flag<["--"], "fix">, Group<diagnostics_group>,
  HelpText<"Apply the fixes that checks suggest to the sources, and write no object">;
def verify : Flag<["--"], "verify">, Group<diagnostics_group>,
  HelpText<"Load each program into the running kernel, regardless of --kernel=, and write no object with one that it rejects; also for existing objects">;
def verify_EQ : Joined<["--"], "verify=">, Group<diagnostics_group>, MetaVarName<"LIST">,
  HelpText<"As --verify, with a list of: releases (6.1,6.12) to boot under qemu and ask instead of the running kernel, the oldest of which is the default of --kernel=; running; log, which prints the verifier's log of each rejected program; if-possible, which accepts programs that a kernel cannot be asked about">;
def kernel_images_EQ : Joined<["--"], "kernel-images=">, Group<diagnostics_group>, MetaVarName<"DIR">,
  HelpText<"Folder of the kernels that --verify=X.Y boots, vmlinuz-X.Y (default: bpftoolchain/kernels in $XDG_CACHE_HOME or ~/.cache)">;
def fetch_kernel_EQ : Joined<["--"], "fetch-kernel=">, Group<diagnostics_group>, MetaVarName<"LIST">,
  HelpText<"Download Debian's kernels of these releases (5.10, 6.1, 6.12, ...) to that folder; needs apt, but not root">;

def verify_log_EQ : Joined<["--"], "verify-log=">, Group<diagnostics_group>, MetaVarName<"FILE">,
  HelpText<"As --verify; also write the verifier's log of each rejected program to FILE, for --explain-log">;
def explain_log : Flag<["--"], "explain-log">, Group<diagnostics_group>,
  HelpText<"Explain a verifier's log from anywhere: bpfcc --explain-log FILE [OBJECT]">;

def print_profile : Flag<["--"], "print-profile">, Group<information_group>,
  HelpText<"Print the target and every argument that bpfcc passes to clang, with its reason">;
def print_profile_EQ : Joined<["--"], "print-profile=">, Group<information_group>, MetaVarName<"json">,
  HelpText<"Print it as JSON">;
def doctor : Flag<["--"], "doctor">, Group<information_group>,
  HelpText<"Print what this machine can do for BPF, each line with its remedy; ends with 2 where a compile or --verify will not work">;
def doctor_EQ : Joined<["--"], "doctor=">, Group<information_group>, MetaVarName<"json">,
  HelpText<"Print it as JSON">;
def list_checks : Flag<["--"], "list-checks">, Group<information_group>,
  HelpText<"List all checks, what they inspect and what they find">;
def explain_EQ : Joined<["--"], "explain=">, Group<information_group>, MetaVarName<"CHECK">,
  HelpText<"Explain a check: what it finds, why the kernel rejects it, a bad and a fixed example">;
def help_EQ : Joined<["--"], "help=">, Group<information_group>, MetaVarName<"man">,
  HelpText<"Print the manual page, for man -l -">;
def list_features : Flag<["--"], "list-features">, Group<information_group>,
  HelpText<"List the features of kernels and loaders, with the first release that has them">;

// clang parses -fdiagnostics-format=, --target= and -mcpu=; these rows document them.
def fdiagnostics_format_EQ : Joined<["-"], "fdiagnostics-format=">, Group<diagnostics_group>, MetaVarName<"sarif">,
  HelpText<"Emit all diagnostics as one SARIF 2.1.0 document on standard error">;
def target_EQ : Joined<["--"], "target=">, Group<target_group>, MetaVarName<"TRIPLE">,
  HelpText<"bpf, bpfel, bpfeb, or a 64-bit machine such as x86_64-linux-gnu, whose types and macros the source then uses">;
def mcpu_EQ : Joined<["-"], "mcpu=">, Group<compilation_group>, MetaVarName<"NAME">,
  HelpText<"Instruction set: probe, v1, v2, v3, v4, generic; -mcpu=help describes them (default: probe)">;
