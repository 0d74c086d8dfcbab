# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The component btf of find_package(BPFToolchain): a static library on libelf, found beside the tools.
if(TARGET BPFToolchain::btf)
  set(BPFToolchain_btf_FOUND TRUE)
  return()
endif()

find_library(BPFToolchain_LIBELF elf DOC "libelf, for BPFToolchain::btf")
mark_as_advanced(BPFToolchain_LIBELF)
if(NOT BPFToolchain_LIBELF)
  set(BPFToolchain_btf_FOUND FALSE)
  if(BPFToolchain_FIND_REQUIRED_btf)
    set(BPFToolchain_FOUND FALSE)
    set(BPFToolchain_NOT_FOUND_MESSAGE "BPFToolchain's component 'btf' needs libelf; on Debian: apt-get install libelf-dev")
  endif()
  return()
endif()

add_library(BPFToolchain::btf STATIC IMPORTED)
set_target_properties(BPFToolchain::btf PROPERTIES
  IMPORTED_LOCATION "${_bpftoolchain_root}/lib/bpftoolchain/libbpf_btf.a"
  IMPORTED_LINK_INTERFACE_LANGUAGES CXX
  INTERFACE_COMPILE_FEATURES cxx_std_20
  INTERFACE_INCLUDE_DIRECTORIES "${_bpftoolchain_root}/include/bpftoolchain"
  INTERFACE_LINK_LIBRARIES "${BPFToolchain_LIBELF}")
set(BPFToolchain_btf_FOUND TRUE)
