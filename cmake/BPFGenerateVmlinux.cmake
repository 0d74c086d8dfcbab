# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#[=======================================================================[.md:
## bpf_generate_vmlinux

    bpf_generate_vmlinux(<target> [BTF <file|running>] [BASE <file>] [ONLY <type>...])

An INTERFACE library that provides `vmlinux.h`, the types of a kernel as C, to the BPF objects that are linked with it:

    bpf_generate_vmlinux(kernel_types BTF kernels/vmlinux-6.6 ONLY task_struct "struct sock")
    add_bpf_object(trace SOURCES trace.bpf.c)
    target_link_libraries(trace PRIVATE kernel_types)

`BTF`   a vmlinux with the section `.BTF`, a kernel module, or raw BTF; `running`, the default, is the kernel of the build machine,
        and an error in a cross build\
`BASE`  base BTF of a module: that of its kernel\
`ONLY`  only these types and the types that they need

bpfbtf generates the header when something that needs it is built, and again when the file changes. For one object
`add_bpf_object(... VMLINUX <file>)` does the same.
#]=======================================================================]
function(bpf_generate_vmlinux target)
  set(who "bpf_generate_vmlinux(${target})")
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "BTF;BASE" "ONLY")
  _bpf_check_arguments("${who}" "bpf_generate_vmlinux(<target> [BTF <file|running>] [BASE <file>] [ONLY <type>...])")
  set(options "")
  if(arg_BASE)
    _bpf_btf_file(base "${who}" "${arg_BASE}")
    list(APPEND options "--base=${base}")
  endif()
  if(arg_ONLY)
    list(JOIN arg_ONLY "," only)
    list(APPEND options "--only=${only}")
  endif()
  if(NOT arg_BTF)
    set(arg_BTF running)
  endif()
  _bpf_btf_file(btf "${who}" "${arg_BTF}")
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/${target}.dir")
  add_custom_command(OUTPUT "${folder}/vmlinux.h"
    COMMAND BPFToolchain::bpfbtf header ${options} -o "${folder}/vmlinux.h" "${btf}"
    DEPENDS "${btf}" ${base}
    COMMENT "Writing the types of ${btf} as vmlinux.h"
    VERBATIM)
  file(MAKE_DIRECTORY "${folder}")
  add_custom_target(${target}_header DEPENDS "${folder}/vmlinux.h")
  add_library(${target} INTERFACE)
  target_include_directories(${target} INTERFACE "${folder}")
  add_dependencies(${target} ${target}_header)
endfunction()

# The file that is meant, which has to be there: a missing one would be told in the middle of a build.
function(_bpf_btf_file result who file)
  if(file STREQUAL "running")
    if(CMAKE_CROSSCOMPILING)
      message(FATAL_ERROR "${who}: the types must be those of the target's kernel, not of the running one; name a file with its BTF")
    endif()
    set(file /sys/kernel/btf/vmlinux)
    if(NOT EXISTS "${file}")
      message(FATAL_ERROR "${who}: the running kernel has no '${file}' (CONFIG_DEBUG_INFO_BTF); name a file with BTF")
    endif()
  endif()
  cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
  if(NOT EXISTS "${file}")
    message(FATAL_ERROR "${who}: no file '${file}'")
  endif()
  set(${result} "${file}" PARENT_SCOPE)
endfunction()

# Gives an object its VMLINUX. Objects that name the same file share one header.
function(_bpf_use_vmlinux target file)
  set(who "add_bpf_object(${target})")
  if(file MATCHES "\\.h$")
    _bpf_btf_file(header "${who}" "${file}")
    cmake_path(GET header PARENT_PATH folder)
    target_include_directories(${target} PRIVATE "${folder}")
    return()
  endif()
  _bpf_btf_file(btf "${who}" "${file}")
  string(SHA1 hash "${btf}")
  string(SUBSTRING ${hash} 0 8 hash)
  set(types bpf_vmlinux_${hash})
  if(NOT TARGET ${types})
    bpf_generate_vmlinux(${types} BTF "${btf}")
  endif()
  target_link_libraries(${target} PRIVATE ${types})
endfunction()
