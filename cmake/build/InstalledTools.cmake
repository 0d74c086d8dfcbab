# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Sets BPFTOOLCHAIN_TOOLS to the folder of the installed bpfcc and bpfbtf: those of the machine that compiles, of any version with
# the same options. BPFTOOLCHAIN_BPFCC names one.
find_program(BPFTOOLCHAIN_BPFCC bpfcc NO_CMAKE_FIND_ROOT_PATH DOC "The bpfcc that compiles BPF objects")
mark_as_advanced(BPFTOOLCHAIN_BPFCC)
if(NOT BPFTOOLCHAIN_BPFCC)
  message(FATAL_ERROR "BPFToolchain is part of this project, but bpfcc is not installed: install it, or set "
                      "-DBPFTOOLCHAIN_BPFCC=<path>. cmake/README.md describes how to build the compiler within the project.")
endif()
file(REAL_PATH "${BPFTOOLCHAIN_BPFCC}" BPFTOOLCHAIN_TOOLS)
cmake_path(GET BPFTOOLCHAIN_TOOLS PARENT_PATH BPFTOOLCHAIN_TOOLS)
