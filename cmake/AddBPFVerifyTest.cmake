# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#[=======================================================================[.md:
## add_bpf_verify_test

    add_bpf_verify_test(<object> [NAME <name>] [IF_POSSIBLE])

A CTest test that loads each program of the object into the running kernel (`bpfcc --verify`); nothing is attached or pinned. A
rejected program is reported at its source line, with the verifier's message. The test is skipped if the kernel could not be asked
about one of the programs, because bpf() is not permitted or the program's attach target is missing. It is disabled in a cross build.

`NAME`         the test's name; default: `verify-<object>`\
`IF_POSSIBLE`  the test passes if no program is rejected, even if some cannot be verified: `freplace` programs and members of a
               `struct_ops` map of another object never can

    add_bpf_object(fw SOURCES fw.bpf.c)
    add_bpf_verify_test(fw)                        # sudo ctest --output-on-failure
#]=======================================================================]
function(add_bpf_verify_test object)
  set(who "add_bpf_verify_test(${object})")
  cmake_parse_arguments(PARSE_ARGV 1 arg "IF_POSSIBLE" "NAME" "")
  _bpf_check_arguments("${who}" "add_bpf_verify_test(<object> [NAME <name>] [IF_POSSIBLE])")
  _bpf_require_object("${who}" "${object}")
  if(NOT arg_NAME)
    set(arg_NAME verify-${object})
  endif()
  # An object names its sources from their folder on.
  get_target_property(sources ${object} SOURCES)
  get_target_property(folder ${object} SOURCE_DIR)
  list(FILTER sources EXCLUDE REGEX "\\.h$")
  list(GET sources 0 source)
  cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${folder}" NORMALIZE)
  cmake_path(GET source PARENT_PATH folder)
  set(verify --verify)
  if(arg_IF_POSSIBLE)
    set(verify --verify=if-possible)
  endif()
  add_test(NAME ${arg_NAME} COMMAND BPFToolchain::bpfcc ${verify} "$<TARGET_FILE:${object}>" WORKING_DIRECTORY "${folder}")
  set_tests_properties(${arg_NAME} PROPERTIES SKIP_RETURN_CODE 77 LABELS bpf)
  if(CMAKE_CROSSCOMPILING)
    set_tests_properties(${arg_NAME} PROPERTIES DISABLED TRUE)
  endif()
endfunction()
