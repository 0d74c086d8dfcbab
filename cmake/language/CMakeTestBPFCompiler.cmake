# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Whether the BPF compiler works: it compiles the smallest program, once for a build tree. A broken installation is so
# told from a broken source.
set(_bpf_source "${CMAKE_BINARY_DIR}/CMakeFiles/CMakeTmp/works.bpf.c")
file(WRITE "${_bpf_source}" "int works(void *ctx) { return 0; }\n")

message(CHECK_START "Check for working BPF compiler: ${CMAKE_BPF_COMPILER}")
execute_process(
  COMMAND "${CMAKE_BPF_COMPILER}" -o "${_bpf_source}.o" -c "${_bpf_source}"
  RESULT_VARIABLE _bpf_result OUTPUT_VARIABLE _bpf_output ERROR_VARIABLE _bpf_output)
file(REMOVE "${_bpf_source}" "${_bpf_source}.o")
if(NOT _bpf_result STREQUAL 0)
  message(CHECK_FAIL "broken")
  message(FATAL_ERROR "The BPF compiler\n  '${CMAKE_BPF_COMPILER}'\nfails on a minimal program (${_bpf_result}):\n${_bpf_output}")
endif()
message(CHECK_PASS "works")
set(CMAKE_BPF_COMPILER_WORKS TRUE CACHE INTERNAL "")

unset(_bpf_source)
unset(_bpf_result)
unset(_bpf_output)
