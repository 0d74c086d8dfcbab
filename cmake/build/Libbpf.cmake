# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# libbpf: defines the target BPFToolchain::libbpf, which commands and the plugin link statically. Its version decides what --verify and
# the linker can do: Debian 12's 1.1 crashes on a struct_ops map beside another program, and knows no tcx, netkit or arena. So a newer one
# is compiled from its sources, which cmake/setup.sh brings; nothing is fetched here. libelf stays shared.

set(BPFTOOLCHAIN_LIBBPF "" CACHE STRING
    "The folder of libbpf's sources, or `system` for the installed one; empty for what cmake/setup.sh brought, else `system`")

find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBELF QUIET IMPORTED_TARGET libelf)
find_package(ZLIB REQUIRED)
if(NOT LIBELF_FOUND)
  message(FATAL_ERROR "libelf with its headers is needed.\nOn Debian: apt-get install libelf-dev pkg-config")
endif()

set(libbpf_sources "${BPFTOOLCHAIN_LIBBPF}")
file(GLOB libbpf_brought LIST_DIRECTORIES TRUE "${PROJECT_SOURCE_DIR}/build/libbpf-*")
if(NOT libbpf_sources AND libbpf_brought)
  list(SORT libbpf_brought COMPARE NATURAL)
  list(GET libbpf_brought -1 libbpf_sources)
elseif(NOT libbpf_sources)
  set(libbpf_sources system)
endif()

add_library(bpftoolchain_libbpf INTERFACE)
add_library(BPFToolchain::libbpf ALIAS bpftoolchain_libbpf)

if(libbpf_sources STREQUAL "system")
  pkg_check_modules(LIBBPF QUIET IMPORTED_TARGET libbpf>=1.1)
  find_library(LIBBPF_ARCHIVE NAMES libbpf.a HINTS ${LIBBPF_STATIC_LIBRARY_DIRS} ${LIBBPF_LIBDIR})
  if(NOT LIBBPF_FOUND OR NOT LIBBPF_ARCHIVE)
    message(FATAL_ERROR "libbpf 1.1 or later with its headers is needed.\nOn Debian: apt-get install libbpf-dev")
  endif()
  set(BPFTOOLCHAIN_LIBBPF_VERSION "${LIBBPF_VERSION}")
  # A plugin gets the shared one, as Debian's archive does not go into a shared library.
  set(is_plugin $<STREQUAL:$<TARGET_PROPERTY:TYPE>,MODULE_LIBRARY>)
  target_link_libraries(bpftoolchain_libbpf INTERFACE
    $<${is_plugin}:PkgConfig::LIBBPF> $<$<NOT:${is_plugin}>:${LIBBPF_ARCHIVE};PkgConfig::LIBELF;ZLIB::ZLIB>)
  target_include_directories(bpftoolchain_libbpf SYSTEM INTERFACE ${LIBBPF_INCLUDE_DIRS})
else()
  include(BuildLibbpf)
endif()

message(STATUS "libbpf ${BPFTOOLCHAIN_LIBBPF_VERSION} (${libbpf_sources})")
if(BPFTOOLCHAIN_LIBBPF_VERSION VERSION_LESS 1.5)
  message(STATUS "  --verify needs libbpf 1.5 for struct_ops, tcx, netkit and arenas; cmake/setup.sh brings it, -DBPFTOOLCHAIN_LIBBPF=DIR names its sources")
endif()
