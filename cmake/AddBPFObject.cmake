#[=======================================================================[.md:
## add_bpf_object

    add_bpf_object(<target> SOURCES <source>...
                   [KERNEL <X.Y|running>] [LOADER <name>] [CPU <name>] [ENDIAN <little|big>]
                   [VMLINUX <file|running>]
                   [PROGRAM_TYPES <section>:<type>...]
                   [OUTPUT_NAME <name>] [OUTPUT_DIRECTORY <folder>]
                   [OPTIONS <option>...] [DEBUG])

Makes `<target>.bpf.o`, an object that a BPF loader takes, in the current binary directory.

    add_bpf_object(drop SOURCES drop.bpf.c)
    add_bpf_object(fw SOURCES parse.bpf.c rules.bpf.c KERNEL 5.15 LOADER libbpf)

`SOURCES`           C sources; several are linked into one object. Headers may be listed beside them\
`KERNEL`            the oldest kernel that the object must load on; otherwise `BPF_KERNEL`, otherwise the running one, which
                    is then named in each compile line and said once. In a cross build KERNEL or CPU is needed\
`LOADER`            who loads it, as bpfcc's `--loader=` takes it; otherwise `BPF_LOADER`, otherwise libbpf\
`CPU`               the instruction set: `v1` to `v4`; the default is the newest that KERNEL has. CPU alone in a cross build
                    stands for the first kernel that has it\
`ENDIAN`            the byte order; the default is that of the machine that objects are for. Only one source can be compiled
                    for the other order than that of the machine that compiles: libbpf's linker knows its own\
`VMLINUX`           where the types of the kernel come from: a header as it is; a file with BTF (a kernel's vmlinux, raw BTF,
                    a module), of which `vmlinux.h` is made; or `running`, the kernel that compiles\
`PROGRAM_TYPES`     what the programs of a section are where its name does not say it, `prog:tc` for one, as bpfcc's
                    `--program-type=` takes it: for libbpf the section gets the name that it knows\
`OUTPUT_NAME`       the object's name without `.bpf.o`; the default is the target's\
`OUTPUT_DIRECTORY`  where the object goes; a relative folder begins at the current binary directory. With several
                    configurations each has a folder in it, but where a generator expression says otherwise\
`OPTIONS`           options for bpfcc, for this object's sources alone, such as `-Wno-bpf-stack-size`\
`DEBUG`             keeps DWARF in the object, which only one of a single source can have; types are always there

The target is an executable of the language BPF, so that CMake's own commands work on it: `target_include_directories()`,
`target_compile_definitions()`, `target_compile_options()`, `target_link_libraries()` with an INTERFACE library for all of
these, `target_sources()` for a header that is generated, `add_dependencies()`, `$<TARGET_FILE:fw>`. `$<COMPILE_LANGUAGE:BPF>`
tells BPF from C. Options for all objects stand in `CMAKE_BPF_FLAGS`; `CMAKE_C_FLAGS` is never used.

| property of the target | what it says |
|---|---|
| `BPF_OBJECT` | the path of the object, as `$<TARGET_FILE:...>` |
| `BPF_KERNEL`, `BPF_LOADER`, `BPF_CPU`, `BPF_ENDIAN` | what it is made for, after all defaults |

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
    message(FATAL_ERROR "${who}: unknown byte order '${arg_ENDIAN}'; there is little, big")
  endif()
  set(sources ${arg_SOURCES})
  list(FILTER sources EXCLUDE REGEX "\\.h$")
  if(NOT sources)
    message(FATAL_ERROR "${who}: no source; write ${usage}")
  endif()
  foreach(option IN LISTS arg_OPTIONS)
    if(option MATCHES "^(--kernel|--loader|-mcpu|--endian|--arch)=")
      message(FATAL_ERROR "${who}: OPTIONS has '${option}'; say it with KERNEL, LOADER, CPU or ENDIAN, or for all objects with "
                          "CMAKE_BPF_ARCHITECTURE")
    endif()
  endforeach()
  foreach(type IN LISTS arg_PROGRAM_TYPES)
    if(NOT type MATCHES "^.+:[^:]+$")
      message(FATAL_ERROR "${who}: PROGRAM_TYPES has '${type}'; write a section and a type, such as prog:xdp")
    endif()
  endforeach()
  _bpf_resolve_target(for "${who}" "${arg_KERNEL}" "${arg_LOADER}" "${arg_CPU}" "${arg_ENDIAN}")
  list(LENGTH sources count)
  if(count GREATER 1)
    _bpf_require_linker("${who}" ${for_ENDIAN})
    if(arg_DEBUG)
      message(WARNING "${who}: libbpf's linker drops DWARF: DEBUG keeps none in an object of several sources")
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
                        "order of the machine that compiles, which is ${host_endian}-endian; include the sources in one")
  endif()
endfunction()
