# libbpf from pkg-config: defines the target BPFToolchain::libbpf. Commands get it static, on a dynamic libelf, because a second shared
# library costs every compile its loading time; a plugin gets the shared one, as Debian's archive does not go into a shared library.

find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBBPF QUIET IMPORTED_TARGET libbpf>=1.1)
pkg_check_modules(LIBELF QUIET IMPORTED_TARGET libelf)
find_library(LIBBPF_ARCHIVE NAMES libbpf.a HINTS ${LIBBPF_STATIC_LIBRARY_DIRS} ${LIBBPF_LIBDIR})
if(NOT LIBBPF_FOUND OR NOT LIBELF_FOUND OR NOT LIBBPF_ARCHIVE)
  message(FATAL_ERROR "BPFToolchain needs libbpf 1.1 and libelf with their headers.\nOn Debian: apt-get install libbpf-dev libelf-dev pkg-config")
endif()

find_package(ZLIB REQUIRED)
add_library(bpftoolchain_libbpf INTERFACE)
add_library(BPFToolchain::libbpf ALIAS bpftoolchain_libbpf)
set(is_plugin $<STREQUAL:$<TARGET_PROPERTY:TYPE>,MODULE_LIBRARY>)
target_link_libraries(bpftoolchain_libbpf INTERFACE
  $<${is_plugin}:PkgConfig::LIBBPF> $<$<NOT:${is_plugin}>:${LIBBPF_ARCHIVE};PkgConfig::LIBELF;ZLIB::ZLIB>)
target_include_directories(bpftoolchain_libbpf SYSTEM INTERFACE ${LIBBPF_INCLUDE_DIRS})
