# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# LLVM and clang 22, linked statically from Debian's packages. Sets LLVM_* and Clang_* and defines
# bpftoolchain_link_llvm(target ...).

# The list of packages is cmake/setup.sh's.
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/../setup.sh" _llvm_packages REGEX "^ *llvm-22-dev ")
string(STRIP "${_llvm_packages}" _llvm_packages)
find_program(LLVM_CONFIG NAMES llvm-config-22)
if(LLVM_CONFIG)
  execute_process(COMMAND "${LLVM_CONFIG}" --prefix OUTPUT_VARIABLE _llvm_prefix OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()
# The version file of LLVM 22 answers to major.minor only: "22" alone would not match 22.1.
find_package(LLVM 22.1 QUIET CONFIG HINTS "${_llvm_prefix}")
find_package(Clang QUIET CONFIG HINTS "${_llvm_prefix}")
if(NOT LLVM_FOUND OR NOT Clang_FOUND OR NOT TARGET clangCodeGen)
  message(FATAL_ERROR "BPFToolchain needs LLVM and clang 22, which were not found (LLVM: '${LLVM_DIR}', clang: '${Clang_DIR}').\n"
                      "On Debian: apt-get install ${_llvm_packages}")
endif()
if(NOT LLVM_VERSION_MAJOR EQUAL 22)
  message(FATAL_ERROR "BPFToolchain needs LLVM 22, but '${LLVM_DIR}' is ${LLVM_PACKAGE_VERSION}.\n"
                      "On Debian: apt-get install ${_llvm_packages}")
endif()
foreach(_tool llvm-tblgen ld.lld FileCheck lit)
  string(TOUPPER "${_tool}" _variable)
  string(REGEX REPLACE "[^A-Z]" "_" _variable "${_variable}")
  find_program(${_variable} NAMES ${_tool} HINTS "${LLVM_TOOLS_BINARY_DIR}" NO_DEFAULT_PATH)
  if(NOT ${_variable})
    message(FATAL_ERROR "'${_tool}' of LLVM 22 is missing.\nOn Debian: apt-get install ${_llvm_packages}")
  endif()
endforeach()

# Debian's exported clang archives name LLVM's shared library in their link interface: with it an otherwise static
# executable would load libLLVM.so, and its start-up time with it.
foreach(_target IN LISTS CLANG_EXPORTED_TARGETS)
  if(TARGET ${_target})
    get_target_property(_type ${_target} TYPE)
    get_target_property(_interface ${_target} INTERFACE_LINK_LIBRARIES)
    if(_type STREQUAL "STATIC_LIBRARY" AND _interface)
      list(REMOVE_ITEM _interface LLVM)
      set_target_properties(${_target} PROPERTIES INTERFACE_LINK_LIBRARIES "${_interface}")
    endif()
  endif()
endforeach()

# bpftoolchain_link_llvm(<target> CLANG <library>... LLVM <component>...)
# Links the libraries of clang and the components of LLVM, whole programs only: static libraries just include.
function(bpftoolchain_link_llvm target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "CLANG;LLVM")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "bpftoolchain_link_llvm: unknown arguments '${arg_UNPARSED_ARGUMENTS}'")
  endif()
  llvm_map_components_to_libnames(libraries ${arg_LLVM})
  target_link_libraries(${target} PRIVATE ${arg_CLANG} ${libraries})
endfunction()
