# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#[=======================================================================[.md:
## add_bpf_skeleton

    add_bpf_skeleton(<target> OBJECT <object> [NAME <name>] [LIBBPF <target>])

An INTERFACE library for the C or C++ program that loads an object: the header `<name>.skel.h`, which contains the object and
functions to open, load and attach it (`bpftool gen skeleton`), and libbpf.

    add_bpf_object(fw SOURCES fw.bpf.c)
    add_bpf_skeleton(fw_skel OBJECT fw)
    add_executable(fwd fwd.c)                      # #include "fw.skel.h"
    target_link_libraries(fwd PRIVATE fw_skel)

`OBJECT`  a target of add_bpf_object()\
`NAME`    the name of the header, its structure and its functions; default: the object's target\
`LIBBPF`  the libbpf target to link with; default: `libbpf::libbpf` if it exists, otherwise libbpf from pkg-config

If the object changes, the header is regenerated and its users are recompiled. Skeletons are generated in the job pool of
`CMAKE_JOB_POOL_COMPILE`, if that is set. `BPFTOOL` selects another bpftool.
#]=======================================================================]
function(add_bpf_skeleton target)
  set(who "add_bpf_skeleton(${target})")
  set(usage "add_bpf_skeleton(<target> OBJECT <object> [NAME <name>] [LIBBPF <target>])")
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "OBJECT;NAME;LIBBPF" "")
  _bpf_check_arguments("${who}" "${usage}")
  if(NOT arg_OBJECT)
    message(FATAL_ERROR "${who}: no object; write ${usage}")
  endif()
  _bpf_require_object("${who}" "${arg_OBJECT}")
  if(NOT arg_NAME)
    string(MAKE_C_IDENTIFIER "${arg_OBJECT}" arg_NAME)
  elseif(NOT arg_NAME MATCHES "^[A-Za-z_][A-Za-z0-9_]*$")
    message(FATAL_ERROR "${who}: NAME '${arg_NAME}' is not a C identifier")
  endif()

  # A tool of the machine that compiles. Debian keeps it out of an ordinary user's PATH.
  find_program(BPFTOOL bpftool PATHS /usr/sbin /sbin NO_CMAKE_FIND_ROOT_PATH DOC "bpftool, which generates skeletons")
  mark_as_advanced(BPFTOOL)
  if(NOT BPFTOOL)
    message(FATAL_ERROR "${who}: bpftool not found; on Debian: apt-get install bpftool, or set -DBPFTOOL=<path>")
  endif()
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/${target}.dir")
  if(CMAKE_CONFIGURATION_TYPES)
    string(APPEND folder "/$<CONFIG>")
  else()
    file(MAKE_DIRECTORY "${folder}")
  endif()
  set(header "${folder}/${arg_NAME}.skel.h")
  set(pool "")
  if(CMAKE_JOB_POOL_COMPILE)
    set(pool JOB_POOL ${CMAKE_JOB_POOL_COMPILE})
  endif()
  # The file alone would not make Makefiles build the target; bpftool writes to standard output.
  add_custom_command(OUTPUT "${header}"
    COMMAND "${CMAKE_COMMAND}" "-DBPFTOOL=${BPFTOOL}" "-DOBJECT=$<TARGET_FILE:${arg_OBJECT}>" "-DNAME=${arg_NAME}"
            "-DHEADER=${header}" -P "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/WriteSkeleton.cmake"
    DEPENDS ${arg_OBJECT} "$<TARGET_FILE:${arg_OBJECT}>" "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/WriteSkeleton.cmake"
    COMMENT "Writing the skeleton ${arg_NAME}.skel.h"
    ${pool} VERBATIM)
  add_custom_target(${target}_header DEPENDS "${header}")
  add_library(${target} INTERFACE)
  target_include_directories(${target} INTERFACE "${folder}")
  add_dependencies(${target} ${target}_header)
  _bpf_libbpf(libbpf "${who}" "${arg_LIBBPF}")
  target_link_libraries(${target} INTERFACE ${libbpf})
endfunction()

# An error where the target was not made by add_bpf_object().
function(_bpf_require_object who target)
  if(NOT TARGET "${target}")
    message(FATAL_ERROR "${who}: no target '${target}'; call add_bpf_object(${target} ...) first")
  endif()
  get_target_property(kernel "${target}" BPF_KERNEL)
  if(NOT kernel)
    message(FATAL_ERROR "${who}: target '${target}' is not a BPF object of add_bpf_object()")
  endif()
endfunction()

# The target that loaders are linked with.
function(_bpf_libbpf result who wanted)
  if(wanted)
    if(NOT TARGET "${wanted}")
      message(FATAL_ERROR "${who}: LIBBPF names '${wanted}', which is not a target")
    endif()
  elseif(TARGET libbpf::libbpf)
    set(wanted libbpf::libbpf)
  else()
    find_package(PkgConfig QUIET)
    if(PkgConfig_FOUND AND NOT TARGET PkgConfig::BPFToolchain_LIBBPF)
      pkg_check_modules(BPFToolchain_LIBBPF QUIET IMPORTED_TARGET GLOBAL libbpf>=1.0)
    endif()
    set(wanted PkgConfig::BPFToolchain_LIBBPF)
    if(NOT TARGET ${wanted})
      message(FATAL_ERROR "${who}: pkg-config finds no libbpf 1.0 or later; on Debian: apt-get install pkg-config libbpf-dev, or name a "
                          "target with LIBBPF")
    endif()
  endif()
  set(${result} ${wanted} PARENT_SCOPE)
endfunction()
