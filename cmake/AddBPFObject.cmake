# add_bpf_object(<target> SOURCES <source>)
#
# Makes <target>.bpf.o, an object that a BPF loader takes, in the current binary directory.
#
#   add_bpf_object(drop SOURCES drop.bpf.c)
#
# SOURCES    the C source; headers may be listed beside it. Only one source: several would have to be linked.
#
# The target is an executable of the language BPF, so CMake's own commands work on it: target_include_directories(),
# target_compile_definitions() and target_compile_options() (also by a linked INTERFACE library), target_sources() for a
# header that is generated, add_dependencies(), the property OUTPUT_NAME, $<TARGET_FILE:drop>. Options for all objects
# stand in CMAKE_BPF_FLAGS; CMAKE_C_FLAGS is never used; $<COMPILE_LANGUAGE:BPF> tells BPF from C.
function(add_bpf_object)
  set(usage "add_bpf_object(<target> SOURCES <source>.bpf.c)")
  if(ARGC EQUAL 0 OR "${ARGV0}" MATCHES "^(SOURCES)?$")
    message(FATAL_ERROR "add_bpf_object: the target's name is missing; write ${usage}")
  endif()
  set(target "${ARGV0}")
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES")

  # What follows SOURCES is taken for a source; a word in capitals is a keyword that this version does not have.
  set(sources ${arg_SOURCES})
  set(unknown ${sources})
  list(FILTER unknown INCLUDE REGEX "^[A-Z][A-Z_]*$")
  list(PREPEND unknown ${arg_UNPARSED_ARGUMENTS})
  if(unknown)
    list(JOIN unknown "', '" unknown)
    message(FATAL_ERROR "add_bpf_object(${target}): unknown argument '${unknown}'; write ${usage}")
  endif()

  list(FILTER sources EXCLUDE REGEX "\\.h$")
  list(LENGTH sources count)
  if(count EQUAL 0)
    message(FATAL_ERROR "add_bpf_object(${target}): no source; write ${usage}")
  elseif(count GREATER 1)
    list(JOIN sources "', '" sources)
    message(FATAL_ERROR "add_bpf_object(${target}): several sources ('${sources}') need a linker, which this version of "
                        "BPFToolchain does not have; make an object of each, or include one source in the other")
  elseif(NOT CMAKE_BPF_COMPILE_OBJECT)
    message(FATAL_ERROR "add_bpf_object(${target}): the language BPF is not enabled here; call find_package(BPFToolchain) "
                        "in this directory or in one above it, outside of any function")
  endif()

  set_source_files_properties(${sources} PROPERTIES LANGUAGE BPF)
  add_executable(${target} ${arg_SOURCES})
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE BPF SUFFIX .bpf.o)
endfunction()
