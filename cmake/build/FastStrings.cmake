# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The string table of .BTF: LLVM 22's takes time that grows with the square of the number of names. ld.lld puts
# driver/compile/BTFStringTable.cpp in its place (--wrap, which with lld redirects the calls from the same archive member too), where a
# program that is linked in the same way shows that both do the same: FastStrings.cpp. LLVM's own table stays otherwise. Nothing else of
# LLVM is changed, and the objects are the same. Sets BPFTOOLCHAIN_HAS_FAST_STRINGS.

option(BPFTOOLCHAIN_FAST_STRINGS "Find the strings of .BTF by hash, in place of LLVM's search" ON)

set(_add_string _ZN4llvm14BTFStringTable9addStringENS_9StringRefE)
set(_string_table "${PROJECT_SOURCE_DIR}/driver/compile/BTFStringTable.cpp")

if(BPFTOOLCHAIN_FAST_STRINGS AND NOT CMAKE_CROSSCOMPILING AND NOT DEFINED BPFTOOLCHAIN_STRINGS_EXIT)
  message(CHECK_START "Comparing a fast BTF string table with LLVM's")
  llvm_map_components_to_libnames(_libraries bpfcodegen)
  try_run(BPFTOOLCHAIN_STRINGS_EXIT BPFTOOLCHAIN_STRINGS_LINKED
    SOURCES "${CMAKE_CURRENT_LIST_DIR}/FastStrings.cpp" "${_string_table}"
    CMAKE_FLAGS "-DINCLUDE_DIRECTORIES:STRING=${PROJECT_SOURCE_DIR};${LLVM_INCLUDE_DIRS}"
    LINK_OPTIONS -fuse-ld=lld "-B${LLVM_TOOLS_BINARY_DIR}" -Wl,--gc-sections "-Wl,--wrap=${_add_string}"
    LINK_LIBRARIES ${_libraries}
    RUN_OUTPUT_VARIABLE _difference
    CXX_STANDARD 20 CXX_STANDARD_REQUIRED ON)
  if(NOT BPFTOOLCHAIN_STRINGS_LINKED)
    message(CHECK_FAIL "this LLVM has another one, which stays")
  elseif(BPFTOOLCHAIN_STRINGS_EXIT EQUAL 0)
    message(CHECK_PASS "the same")
  else()
    message(CHECK_FAIL "not the same (${BPFTOOLCHAIN_STRINGS_EXIT}): ${_difference}; LLVM's stays")
  endif()
endif()
if(BPFTOOLCHAIN_FAST_STRINGS AND BPFTOOLCHAIN_STRINGS_LINKED AND BPFTOOLCHAIN_STRINGS_EXIT EQUAL 0)
  set(BPFTOOLCHAIN_HAS_FAST_STRINGS ON)
else()
  set(BPFTOOLCHAIN_HAS_FAST_STRINGS OFF)
endif()

# bpftoolchain_fast_strings(TARGET): a program that generates BPF code gets the fast table, where there is one.
function(bpftoolchain_fast_strings target)
  if(BPFTOOLCHAIN_HAS_FAST_STRINGS)
    target_sources(${target} PRIVATE "${_string_table}")
    target_link_options(${target} PRIVATE "-Wl,--wrap=${_add_string}")
  endif()
endfunction()
