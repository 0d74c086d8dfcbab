# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Compiles libbpf from the sources in ${libbpf_sources}, as src/Makefile does with BUILD_STATIC_ONLY.
file(GLOB libbpf_files CONFIGURE_DEPENDS "${libbpf_sources}/src/*.c")
file(GLOB libbpf_headers "${libbpf_sources}/src/*.h")
if(NOT libbpf_files OR NOT EXISTS "${libbpf_sources}/include/uapi/linux/bpf.h")
  message(FATAL_ERROR "BPFTOOLCHAIN_LIBBPF: '${libbpf_sources}' has no sources of libbpf (src/libbpf.c, include/uapi/linux/bpf.h)")
endif()

foreach(part MAJOR MINOR)
  file(STRINGS "${libbpf_sources}/src/libbpf_version.h" line REGEX "LIBBPF_${part}_VERSION [0-9]+")
  string(REGEX MATCH "[0-9]+$" number "${line}")
  list(APPEND libbpf_numbers ${number})
endforeach()
list(JOIN libbpf_numbers . BPFTOOLCHAIN_LIBBPF_VERSION)

add_library(bpf_libbpf STATIC ${libbpf_files})
set_target_properties(bpf_libbpf PROPERTIES C_STANDARD 11 C_EXTENSIONS ON C_VISIBILITY_PRESET hidden POSITION_INDEPENDENT_CODE ON)
target_compile_definitions(bpf_libbpf PRIVATE _LARGEFILE64_SOURCE _FILE_OFFSET_BITS=64)
# Not our code: its warnings are for others. Functions that no command calls are left out by the linker.
target_compile_options(bpf_libbpf PRIVATE -w -O2 -ffunction-sections -fdata-sections)
target_include_directories(bpf_libbpf PRIVATE "${libbpf_sources}/src" "${libbpf_sources}/include" "${libbpf_sources}/include/uapi")
target_link_libraries(bpf_libbpf PUBLIC PkgConfig::LIBELF ZLIB::ZLIB)

# Others include them as <bpf/libbpf.h>; the kernel's as their own time knows them: <linux/bpf.h> of Debian 12 lacks what libbpf names.
foreach(header ${libbpf_headers})
  get_filename_component(name "${header}" NAME)
  configure_file("${header}" "${PROJECT_BINARY_DIR}/libbpf/bpf/${name}" COPYONLY)
endforeach()
target_include_directories(bpftoolchain_libbpf SYSTEM INTERFACE "${PROJECT_BINARY_DIR}/libbpf")
target_link_libraries(bpftoolchain_libbpf INTERFACE bpf_libbpf)
