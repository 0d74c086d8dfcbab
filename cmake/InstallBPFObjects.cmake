# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#[=======================================================================[.md:
## install_bpf_objects

    install_bpf_objects(<object>... [DESTINATION <folder>] [COMPONENT <name>])

Installs objects of add_bpf_object() in `lib/bpf` below the prefix, or in another folder.

    install_bpf_objects(fw trace)                  # lib/bpf/fw.bpf.o, lib/bpf/trace.bpf.o
#]=======================================================================]
function(install_bpf_objects)
  set(who "install_bpf_objects")
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "DESTINATION;COMPONENT" "")
  set(usage "install_bpf_objects(<object>... [DESTINATION <folder>] [COMPONENT <name>])")
  set(objects ${arg_UNPARSED_ARGUMENTS})
  set(arg_UNPARSED_ARGUMENTS "")
  _bpf_check_arguments("${who}" "${usage}")
  if(NOT objects)
    message(FATAL_ERROR "${who}: no object; write ${usage}")
  endif()
  if(NOT arg_DESTINATION)
    set(arg_DESTINATION lib/bpf)
  endif()
  set(component "")
  if(arg_COMPONENT)
    set(component COMPONENT "${arg_COMPONENT}")
  endif()
  foreach(object IN LISTS objects)
    _bpf_require_object("${who}" "${object}")
    install(FILES "$<TARGET_FILE:${object}>" DESTINATION "${arg_DESTINATION}" ${component})
  endforeach()
endfunction()
