# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# How our own C++ is compiled and linked: the interface target BPFToolchain::host.

option(BPFTOOLCHAIN_SANITIZE "Run our own code under AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(BPFTOOLCHAIN_FUZZ "Build the libFuzzer targets of tests/fuzz (the preset fuzz)" OFF)

add_library(bpftoolchain_host INTERFACE)
add_library(BPFToolchain::host ALIAS bpftoolchain_host)
target_include_directories(bpftoolchain_host INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}")
target_include_directories(bpftoolchain_host SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
# Position-independent, so that one object serves the commands and the plugin; the linker takes back what that costs a command.
# Nobody replaces a function of ours: the compiler may inline.
target_compile_options(bpftoolchain_host INTERFACE -Wall -Wextra -Wno-unused-parameter -fno-exceptions
                                                   -ffunction-sections -fdata-sections -fPIC -fno-semantic-interposition)
# GCC 12 takes "text" + std::string for a copy onto itself (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(bpftoolchain_host INTERFACE -Wno-restrict)
endif()
# libbpf's LIBBPF_OPTS() leaves members out on purpose, and libstdc++ 12's stable_sort() calls what it deprecates.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(bpftoolchain_host INTERFACE -Wno-missing-designated-field-initializers -Wno-deprecated-declarations)
endif()
# GCC finds ld.lld by its plain name only: Debian's lld-22 has that in LLVM's folder.
target_link_options(bpftoolchain_host INTERFACE -fuse-ld=lld "-B${LLVM_TOOLS_BINARY_DIR}" -Wl,--gc-sections -Wl,--as-needed)
set(is_command $<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>)

if(BPFTOOLCHAIN_SANITIZE)
  # Debian's archives of LLVM are not instrumented while its headers are: poisoned arenas and containers would be
  # reported that are none. What a compile leaves to the end of the process is no leak.
  set(BPFTOOLCHAIN_ASAN_OPTIONS allow_user_poisoning=0:detect_container_overflow=0:detect_leaks=0)
  # Debian's archives are not instrumented: no vptr checks across them.
  set(sanitizers -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=undefined)
  target_compile_options(bpftoolchain_host INTERFACE ${sanitizers} -fno-omit-frame-pointer)
  target_link_options(bpftoolchain_host INTERFACE ${sanitizers} -no-pie)
else()
  # -no-pie: a static position-independent executable of this size relocates about 2 ms away at every start. The C++
  # library is linked in for the same reason: a shared one is loaded and bound at every start.
  target_link_options(bpftoolchain_host INTERFACE $<${is_command}:-no-pie;-static-libstdc++;-static-libgcc>)
endif()
if(BPFTOOLCHAIN_FUZZ)
  target_compile_options(bpftoolchain_host INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(bpftoolchain_host INTERFACE -fsanitize=fuzzer-no-link)
endif()
