# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#[=======================================================================[.md:
## bpf_target_architecture

    bpf_target_architecture(<variable> [BYTE_ORDER <variable>] [PROCESSOR <name>])

The machine that runs the BPF objects, as libbpf's headers name it in `__TARGET_ARCH_<name>`: `x86`, `arm64`, `s390`, ...
It is `CMAKE_BPF_ARCHITECTURE` if that is set, in a cross build `CMAKE_SYSTEM_PROCESSOR`, and otherwise the build machine.
`add_bpf_object()` defines the macro itself; this function is for other things that depend on the machine, such as file names.

`BYTE_ORDER`  sets the variable to `little` or `big`\
`PROCESSOR`   selects that machine, by any name that `uname -m`, LLVM or libbpf uses; an unknown one is an error

    bpf_target_architecture(architecture BYTE_ORDER order)
    add_bpf_object(trace SOURCES trace.bpf.c VMLINUX vmlinux/${architecture}/vmlinux.h)
#]=======================================================================]
function(bpf_target_architecture result)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "BYTE_ORDER;PROCESSOR" "")
  set(usage "bpf_target_architecture(<variable> [BYTE_ORDER <variable>] [PROCESSOR <name>])")
  if(arg_UNPARSED_ARGUMENTS OR arg_KEYWORDS_MISSING_VALUES)
    list(JOIN arg_UNPARSED_ARGUMENTS "', '" unknown)
    list(JOIN arg_KEYWORDS_MISSING_VALUES "', '" missing)
    message(FATAL_ERROR "bpf_target_architecture: unknown argument '${unknown}${missing}'; write ${usage}")
  endif()
  if(NOT arg_PROCESSOR)
    _bpf_architecture(arg_PROCESSOR)
  endif()
  _bpf_ask_machine(profile bpf_target_architecture "${arg_PROCESSOR}")
  string(JSON architecture GET "${profile}" target targetArchitecture)
  set(${result} "${architecture}" PARENT_SCOPE)
  if(arg_BYTE_ORDER)
    string(JSON order GET "${profile}" target byteOrder)
    set(${arg_BYTE_ORDER} "${order}" PARENT_SCOPE)
  endif()
endfunction()
