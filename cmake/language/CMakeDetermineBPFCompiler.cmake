# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Which compiler the language BPF has. CMake reads this file when the language is enabled for the first time in a build
# tree; what it writes is read at every later configuration.
#
# Nothing is searched for: the package names the bpfcc that stands beside it.
if(NOT CMAKE_BPF_COMPILER)
  message(FATAL_ERROR "BPF is enabled by its package: call find_package(BPFToolchain) instead of naming the language.")
endif()
configure_file("${CMAKE_CURRENT_LIST_DIR}/CMakeBPFCompiler.cmake.in" "${CMAKE_PLATFORM_INFO_DIR}/CMakeBPFCompiler.cmake" @ONLY)
