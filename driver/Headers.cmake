# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The headers that bpfcc finds beside itself: clang's own and those that stand before the host's. They are copied into
# the build tree, which has the shape of the installed one.
execute_process(COMMAND "${LLVM_TOOLS_BINARY_DIR}/clang" -print-resource-dir
                OUTPUT_VARIABLE clang_resource_dir OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(own_headers stdint.h asm/bitsperlong.h bits/wordsize.h gnu/stubs-32.h)
foreach(header IN LISTS own_headers)
  configure_file(headers/${header} "${PROJECT_BINARY_DIR}/${BPFTOOLCHAIN_LIBDIR}/include/${header}" COPYONLY)
endforeach()
file(COPY "${clang_resource_dir}/include" DESTINATION "${PROJECT_BINARY_DIR}/${BPFTOOLCHAIN_LIBDIR}/clang")
install(DIRECTORY headers/ DESTINATION ${BPFTOOLCHAIN_LIBDIR}/include)
install(DIRECTORY "${clang_resource_dir}/include" DESTINATION ${BPFTOOLCHAIN_LIBDIR}/clang)
