# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#[=======================================================================[.md:
## add_bpf_object

    add_bpf_object(<target> SOURCES <source>...
                   [KERNEL <X.Y|running>] [LOADER <name>] [CPU <name>] [ENDIAN <little|big>]
                   [VMLINUX <file|running>]
                   [PROGRAM_TYPES <section>:<type>...]
                   [OUTPUT_NAME <name>] [OUTPUT_DIRECTORY <folder>]
                   [OPTIONS <option>...] [DEBUG])

Builds `<target>.bpf.o`, an object for a BPF loader, in the current binary directory.

    add_bpf_object(drop SOURCES drop.bpf.c)
    add_bpf_object(fw SOURCES parse.bpf.c rules.bpf.c KERNEL 5.15 LOADER libbpf)

`SOURCES`           C sources; several are linked into one object. Headers may be listed too\
`KERNEL`            the oldest kernel that must load the object; default: `BPF_KERNEL`, otherwise the running kernel, which
                    is then reported once and named in each compile line. A cross build needs KERNEL or CPU\
`LOADER`            the loader, as for bpfcc's `--loader=`; default: `BPF_LOADER`, otherwise libbpf\
`CPU`               the instruction set: `v1` to `v4`; default: the newest that KERNEL supports. In a cross build CPU alone
                    implies the first kernel that supports it\
`ENDIAN`            the byte order; default: that of the target machine. For the byte order that the build machine does not
                    have only a single source is supported, because libbpf's linker links only in its own\
`VMLINUX`           the source of the kernel's types: a header; a file with BTF (a kernel's vmlinux, raw BTF, a module) from
                    which `vmlinux.h` is generated; or `running`, the kernel of the build machine\
`PROGRAM_TYPES`     the type of the programs in a section whose name does not imply it, such as `prog:tc`, as for bpfcc's
                    `--program-type=`, which renames the section for libbpf\
`OUTPUT_NAME`       the object's name without `.bpf.o`; default: the target's name\
`OUTPUT_DIRECTORY`  the folder of the object, relative to the current binary directory. With several configurations each has
                    a subfolder, unless a generator expression is used\
`OPTIONS`           options of bpfcc for the sources of this object, such as `-Wno-bpf-stack-size`\
`DEBUG`             keep DWARF in the object, which is possible for a single source only; BTF is always included

The target is an executable of the language BPF, so that CMake's own commands work on it: `target_include_directories()`,
`target_compile_definitions()`, `target_compile_options()`, `target_link_libraries()` with an INTERFACE library for all of
these, `target_sources()` for a generated header, `add_dependencies()`, `$<TARGET_FILE:fw>`. `$<COMPILE_LANGUAGE:BPF>`
distinguishes BPF from C. Options for all objects are in `CMAKE_BPF_FLAGS`; `CMAKE_C_FLAGS` is never used.

| target property | meaning |
|---|---|
| `BPF_OBJECT` | the path of the object, as `$<TARGET_FILE:...>` |
| `BPF_KERNEL`, `BPF_LOADER`, `BPF_CPU`, `BPF_ENDIAN` | what it is built for, after all defaults |

#]=======================================================================]
function(add_bpf_object)
  set(usage "add_bpf_object(<target> SOURCES <source>.bpf.c)")
  if(ARGC EQUAL 0 OR "${ARGV0}" MATCHES "^(SOURCES)?$")
    message(FATAL_ERROR "add_bpf_object: the target's name is missing; write ${usage}")
  endif()
  set(target "${ARGV0}")
  set(who "add_bpf_object(${target})")
  cmake_parse_arguments(PARSE_ARGV 1 arg "DEBUG" "KERNEL;LOADER;CPU;ENDIAN;VMLINUX;OUTPUT_NAME;OUTPUT_DIRECTORY"
                        "SOURCES;PROGRAM_TYPES;OPTIONS")
  _bpf_check_arguments("${who}" "${usage}")
  if(NOT CMAKE_BPF_COMPILE_OBJECT)
    message(FATAL_ERROR "${who}: the language BPF is not enabled here; call find_package(BPFToolchain) in this directory or in "
                        "one above it, outside of any function")
  elseif(arg_ENDIAN AND NOT arg_ENDIAN MATCHES "^(little|big)$")
    message(FATAL_ERROR "${who}: unknown byte order '${arg_ENDIAN}' (expected 'little' or 'big')")
  endif()
  set(sources ${arg_SOURCES})
  list(FILTER sources EXCLUDE REGEX "\\.h$")
  if(NOT sources)
    message(FATAL_ERROR "${who}: no source; write ${usage}")
  endif()
  foreach(option IN LISTS arg_OPTIONS)
    if(option MATCHES "^(--kernel|--loader|-mcpu|--endian|--arch)=")
      message(FATAL_ERROR "${who}: OPTIONS has '${option}'; use KERNEL, LOADER, CPU or ENDIAN, or for all objects with "
                          "CMAKE_BPF_ARCHITECTURE")
    endif()
  endforeach()
  foreach(type IN LISTS arg_PROGRAM_TYPES)
    if(NOT type MATCHES "^.+:[^:]+$")
      message(FATAL_ERROR "${who}: PROGRAM_TYPES has '${type}'; write a section and a type, such as prog:xdp")
    endif()
  endforeach()
  set(folder "${arg_OUTPUT_NAME}")
  cmake_path(GET folder PARENT_PATH folder)
  if(folder)
    set(parent "${arg_OUTPUT_DIRECTORY}")
    if(NOT parent)
      set(parent "${CMAKE_CURRENT_BINARY_DIR}")
    endif()
    cmake_path(ABSOLUTE_PATH folder BASE_DIRECTORY "${parent}" NORMALIZE)
    cmake_path(IS_PREFIX CMAKE_BINARY_DIR "${folder}" NORMALIZE is_inside)
    if(NOT is_inside)
      message(FATAL_ERROR "${who}: OUTPUT_NAME '${arg_OUTPUT_NAME}' leads out of the build tree; OUTPUT_DIRECTORY names a directory for "
                          "the object")
    endif()
  endif()
  _bpf_resolve_target(for "${who}" "${arg_KERNEL}" "${arg_LOADER}" "${arg_CPU}" "${arg_ENDIAN}")
  list(LENGTH sources count)
  if(count GREATER 1)
    _bpf_require_linker("${who}" ${for_ENDIAN})
    if(arg_DEBUG)
      message(WARNING "${who}: libbpf's linker drops DWARF: DEBUG has no effect on an object of several sources")
    endif()
  endif()

  set_source_files_properties(${sources} PROPERTIES LANGUAGE BPF)
  add_executable(${target} ${arg_SOURCES})
  set_target_properties(${target} PROPERTIES
    LINKER_LANGUAGE BPF
    SUFFIX .bpf.o
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}"
    BPF_OBJECT "$<TARGET_FILE:${target}>"
    BPF_KERNEL ${for_KERNEL} BPF_LOADER ${for_LOADER} BPF_CPU ${for_CPU} BPF_ENDIAN ${for_ENDIAN})
  if(arg_OUTPUT_NAME)
    set_target_properties(${target} PROPERTIES OUTPUT_NAME "${arg_OUTPUT_NAME}")
  endif()
  if(arg_OUTPUT_DIRECTORY)
    if(NOT arg_OUTPUT_DIRECTORY MATCHES "^[$]<")
      cmake_path(ABSOLUTE_PATH arg_OUTPUT_DIRECTORY BASE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}" NORMALIZE)
    endif()
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${arg_OUTPUT_DIRECTORY}")
  endif()

  # bpfcc's own options are written as clang and clangd take them too. The byte order is clang's own word; that of the machine
  # stands in the rule.
  set(triple "")
  if(arg_ENDIAN STREQUAL "little")
    set(triple --target=bpfel)
  elseif(arg_ENDIAN)
    set(triple --target=bpfeb)
  endif()
  list(TRANSFORM arg_PROGRAM_TYPES PREPEND program-type=)
  set(own kernel=${for_KERNEL} loader=${for_LOADER} ${arg_PROGRAM_TYPES})
  if(count GREATER 1)
    list(APPEND own link-later)
  endif()
  list(TRANSFORM own PREPEND -fplugin-arg-bpfcc-)
  list(TRANSFORM arg_OPTIONS REPLACE "^-(W(no-|error=|no-error=)?bpf-.*)$" "-fplugin-arg-bpfcc-\\1")
  list(TRANSFORM arg_OPTIONS REPLACE "^--(inline=.*|capabilities=.*|program-type=.*)$" "-fplugin-arg-bpfcc-\\1")
  list(TRANSFORM arg_OPTIONS REPLACE "^-(f(no-)?bpf-legacy-maps)$" "-fplugin-arg-bpfcc-\\1")
  if(arg_DEBUG)
    list(PREPEND arg_OPTIONS -g)
  endif()
  target_compile_options(${target} PRIVATE ${triple} -mcpu=${for_CPU} ${own} ${arg_OPTIONS})
  target_link_options(${target} PRIVATE --kernel=${for_KERNEL} --loader=${for_LOADER} -mcpu=${for_CPU})
  if(arg_VMLINUX)
    _bpf_use_vmlinux(${target} "${arg_VMLINUX}")
  endif()
  _bpf_export_compile_commands(${target} "${sources}")
endfunction()

# What cmake_parse_arguments() found wrong in the caller: words that it does not know, or a keyword without its value. What
# follows SOURCES is taken for a source: a word in capitals is a keyword that this version does not have.
macro(_bpf_check_arguments who usage)
  set(_bpf_unknown ${arg_SOURCES})
  list(FILTER _bpf_unknown INCLUDE REGEX "^[A-Z][A-Z_]*$")
  list(PREPEND _bpf_unknown ${arg_UNPARSED_ARGUMENTS})
  if(_bpf_unknown)
    list(JOIN _bpf_unknown "', '" _bpf_unknown)
    message(FATAL_ERROR "${who}: unknown argument '${_bpf_unknown}'; write ${usage}")
  elseif(arg_KEYWORDS_MISSING_VALUES)
    list(JOIN arg_KEYWORDS_MISSING_VALUES "', '" _bpf_unknown)
    message(FATAL_ERROR "${who}: '${_bpf_unknown}' needs a value; write ${usage}")
  endif()
endmacro()

# An error where several sources cannot become one object.
function(_bpf_require_linker who endian)
  _bpf_ask(profile -mcpu=v1)
  string(JSON host_endian GET "${profile}" target byteOrder)
  if(NOT endian STREQUAL host_endian)
    string(JSON linker GET "${profile}" linker)
    message(FATAL_ERROR "${who}: several sources cannot be linked for a ${endian}-endian machine: ${linker} links only in the byte "
                        "order of the build machine, which is ${host_endian}-endian; include the sources in one")
  endif()
endfunction()
