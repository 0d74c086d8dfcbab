# libbpf from pkg-config, static, on a dynamic libelf: defines the imported target BPFToolchain::libbpf.
# Static, because a second shared library costs every compile its loading time.

find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBBPF QUIET libbpf>=1.1)
pkg_check_modules(LIBELF QUIET IMPORTED_TARGET libelf)
find_library(LIBBPF_ARCHIVE NAMES libbpf.a HINTS ${LIBBPF_STATIC_LIBRARY_DIRS} ${LIBBPF_LIBDIR})
if(NOT LIBBPF_FOUND OR NOT LIBELF_FOUND OR NOT LIBBPF_ARCHIVE)
  message(FATAL_ERROR "libbpf 1.1 and libelf with their headers are needed.\nOn Debian: apt-get install libbpf-dev libelf-dev pkg-config")
endif()

find_package(ZLIB REQUIRED)
add_library(BPFToolchain::libbpf STATIC IMPORTED GLOBAL)
set_target_properties(BPFToolchain::libbpf PROPERTIES
  IMPORTED_LOCATION "${LIBBPF_ARCHIVE}"
  INTERFACE_LINK_LIBRARIES "PkgConfig::LIBELF;ZLIB::ZLIB")
if(LIBBPF_INCLUDE_DIRS)
  target_include_directories(BPFToolchain::libbpf INTERFACE ${LIBBPF_INCLUDE_DIRS})
endif()
