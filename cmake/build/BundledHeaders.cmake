# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The headers that bpfcc uses where the host's are missing (--headers=): kernel/ has what cmake/fetch-headers brought, libbpf/ the
# <bpf/*.h> for BPF programs of the libbpf that is linked. Plain files beside bpfcc, so that clangd finds them too; nothing is fetched here.
set(BPFTOOLCHAIN_HEADERS "" CACHE STRING
    "The folder of the kernel's headers to install with bpfcc, or OFF; empty for what cmake/setup.sh brought, else OFF")

set(kernel_headers "${BPFTOOLCHAIN_HEADERS}")
if(kernel_headers STREQUAL "" AND EXISTS "${PROJECT_SOURCE_DIR}/build/headers/linux/bpf.h")
  set(kernel_headers "${PROJECT_SOURCE_DIR}/build/headers")
endif()
file(REMOVE_RECURSE "${PROJECT_BINARY_DIR}/${BPFTOOLCHAIN_LIBDIR}/headers")
if(NOT kernel_headers)
  message(STATUS "headers: the host's alone; cmake/fetch-headers brings the kernel's, -DBPFTOOLCHAIN_HEADERS=DIR names them")
  return()
endif()
if(NOT EXISTS "${kernel_headers}/linux/bpf.h")
  message(FATAL_ERROR "BPFTOOLCHAIN_HEADERS: '${kernel_headers}' has no linux/bpf.h; cmake/fetch-headers DIR brings what belongs there")
endif()

set(libbpf_folder "${libbpf_sources}/src")
if(libbpf_sources STREQUAL "system")
  find_path(libbpf_folder bpf_helpers.h HINTS ${LIBBPF_INCLUDE_DIRS} PATH_SUFFIXES bpf REQUIRED)
endif()
set(bundled "${PROJECT_BINARY_DIR}/${BPFTOOLCHAIN_LIBDIR}/headers")
file(COPY "${kernel_headers}/" DESTINATION "${bundled}/kernel")
foreach(header bpf_helpers.h bpf_helper_defs.h bpf_tracing.h bpf_core_read.h bpf_endian.h usdt.bpf.h)
  file(COPY "${libbpf_folder}/${header}" DESTINATION "${bundled}/libbpf/bpf")
endforeach()
install(DIRECTORY "${bundled}/" DESTINATION ${BPFTOOLCHAIN_LIBDIR}/headers)
if(EXISTS "${kernel_headers}/copyright")
  install(FILES "${kernel_headers}/copyright" DESTINATION "share/doc/bpftoolchain/notices" RENAME linux-libc-dev)
endif()
