#[=======================================================================[.md:
## add_bpf_verify_test

    add_bpf_verify_test(<object> [NAME <name>])

A CTest test that asks the running kernel whether it takes each program of the object (`bpfcc --verify`); nothing is attached and
nothing stays behind. A refused program is shown at its source line, with what the verifier says. The test is skipped where bpf()
is not permitted, and disabled in a cross build: the machine that compiles cannot tell.

`NAME`  the test's name; the default is `verify-<object>`

    add_bpf_object(fw SOURCES fw.bpf.c)
    add_bpf_verify_test(fw)                        # sudo ctest --output-on-failure
#]=======================================================================]
function(add_bpf_verify_test object)
  set(who "add_bpf_verify_test(${object})")
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAME" "")
  _bpf_check_arguments("${who}" "add_bpf_verify_test(<object> [NAME <name>])")
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
  add_test(NAME ${arg_NAME} COMMAND BPFToolchain::bpfcc --verify "$<TARGET_FILE:${object}>" WORKING_DIRECTORY "${folder}")
  set_tests_properties(${arg_NAME} PROPERTIES SKIP_RETURN_CODE 77 LABELS bpf)
  if(CMAKE_CROSSCOMPILING)
    set_tests_properties(${arg_NAME} PROPERTIES DISABLED TRUE)
  endif()
endfunction()
