# How lit runs the tests: what a test may write in its RUN lines, and which features of this machine it may require.
#
#   %bpfcc %bpfbtf   the programs of the build tree
#   %cmake %ctest    the CMake that built them
#   %build           the build tree; `%cmake --install %build --prefix %t` installs it
#   %prefix          where CMake projects find the package: the build tree, or what --param=prefix=FOLDER names
#   %unit            the folder of the programs of tests/unit
#   %plugin          BPFPassPlugin.so of the build tree
#   %source          the source tree; %examples and %Inputs are folders of it
#
# LLVM's own tools (FileCheck, not, split-file, clang, llvm-readelf ...) and those in tests/tools come first on PATH.
import os
import sys

import lit.formats

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(__file__))
import features

config.name = "BPFToolchain"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".ll", ".test"]
config.excludes = ["Inputs", "bench", "fuzz", "tools", "unit"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.bpf_build, "tests")

config.substitutions += [
    ("%bpfcc", config.bpf_bpfcc),
    ("%bpfbtf", os.path.join(os.path.dirname(config.bpf_bpfcc), "bpfbtf")),
    ("%cmake", config.bpf_cmake),
    ("%ctest", os.path.join(os.path.dirname(config.bpf_cmake), "ctest")),
    ("%build", config.bpf_build),
    ("%prefix", lit_config.params.get("prefix", config.bpf_build)),
    ("%unit", os.path.join(config.bpf_build, "tests", "unit")),
    ("%plugin", os.path.join(config.bpf_build, "lib", "bpftoolchain", "BPFPassPlugin.so")),
    ("%source", config.bpf_source),
    ("%examples", os.path.join(config.bpf_source, "examples")),
    ("%Inputs", os.path.join(config.test_source_root, "driver", "Inputs")),
]

path = [os.path.join(config.test_source_root, "tools"), config.bpf_llvm_tools, config.environment["PATH"]]
# Debian keeps ip, tc and bpftool out of an ordinary user's PATH.
path += ["/usr/sbin", "/sbin"]
config.environment["PATH"] = os.pathsep.join(path)
config.environment["LC_ALL"] = "C"
config.environment["BPFCC"] = config.bpf_bpfcc

# What older ones lack: struct_ops beside other programs, tcx, netkit, arenas.
if tuple(map(int, config.bpf_libbpf.split(".")[:2])) >= (1, 5):
    config.available_features.add("libbpf-1.5")

if config.bpf_fast_strings:
    config.available_features.add("fast-strings")

if os.path.exists(os.path.join(config.bpf_build, "lib", "bpftoolchain", "verify-guest")):
    config.available_features.add("verify-guest")

if os.path.exists(os.path.join(config.bpf_build, "lib", "bpftoolchain", "headers", "kernel", "linux", "bpf.h")):
    config.available_features.add("bundled-headers")

if config.bpf_sanitized:
    config.environment["ASAN_OPTIONS"] = config.bpf_asan_options
    config.environment["UBSAN_OPTIONS"] = "halt_on_error=1:print_stacktrace=1"
    config.available_features.add("sanitized")

found = features.find(config.environment, config.bpf_bpfcc)
config.available_features |= {name for name, why_not in found.items() if not why_not}

# Who knows that this machine has a feature says so, and the tests that need it are not silently left out.
for name in filter(None, os.environ.get("BPF_REQUIRE", "").split(",")):
    if name not in config.available_features:
        lit_config.fatal(f"BPF_REQUIRE names '{name}', which is missing: {found.get(name, 'no such feature')}")
