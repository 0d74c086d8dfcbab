# How our own C++ is compiled and linked: the interface target BPFToolchain::host.

add_library(bpftoolchain_host INTERFACE)
add_library(BPFToolchain::host ALIAS bpftoolchain_host)
target_include_directories(bpftoolchain_host INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}")
target_include_directories(bpftoolchain_host SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
target_compile_definitions(bpftoolchain_host INTERFACE ${LLVM_DEFINITIONS_LIST})
target_compile_options(bpftoolchain_host INTERFACE -Wall -Wextra -Wno-unused-parameter -fno-exceptions -fno-pie
                                                   -ffunction-sections -fdata-sections)
# -no-pie: a static position-independent executable of this size relocates about 2 ms away at every start.
target_link_options(bpftoolchain_host INTERFACE -fuse-ld=lld -no-pie -static-libstdc++ -static-libgcc
                                                -Wl,--gc-sections -Wl,--as-needed)
