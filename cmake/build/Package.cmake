# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# cpack -G DEB: the toolchain as Debian's package bpftoolchain, and the plugin for clang and opt 22 as one of its own, since it alone
# needs LLVM's packages. What is to be installed has been said before this is included.
set(CPACK_PACKAGE_NAME bpftoolchain)
set(CPACK_PACKAGE_VENDOR "BPFToolchain")
set(CPACK_PACKAGE_CONTACT "BPFToolchain's authors")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL toolchain pass_plugin)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
# Depends: the shared libraries that are really loaded.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_COMPONENT_TOOLCHAIN_DESCRIPTION "bpfcc is a clang that knows BPF: it compiles C to objects that the kernel loads, reports at the source
line what a kernel would reject, and writes BTF. bpfbtf prints, checks, compares and encodes BTF. The CMake package builds BPF objects in
any project.
bpfcc is not BCC, which is Debian's bpfcc-tools.")
set(CPACK_DEBIAN_TOOLCHAIN_PACKAGE_NAME bpftoolchain)
# The headers that almost every program includes; bpftool generates skeletons.
set(CPACK_DEBIAN_TOOLCHAIN_PACKAGE_RECOMMENDS "linux-libc-dev, libbpf-dev, bpftool")
set(CPACK_DEBIAN_TOOLCHAIN_PACKAGE_SUGGESTS "cmake (>= 3.25), libelf-dev, pkg-config, qemu-system-x86")

set(CPACK_COMPONENT_PASS_PLUGIN_DESCRIPTION "BPFPassPlugin.so provides bpfcc's checks of LLVM IR for stock clang.")
set(CPACK_DEBIAN_PASS_PLUGIN_PACKAGE_NAME bpftoolchain-pass-plugin)
set(CPACK_DEBIAN_PASS_PLUGIN_PACKAGE_DEPENDS "clang-22 | llvm-22")

# The notices of the libraries that are linked into the commands, as Debian has them.
foreach(package llvm-22-dev libclang-22-dev libbpf-dev libelf-dev libzstd-dev zlib1g-dev)
  if(EXISTS "/usr/share/doc/${package}/copyright")
    install(FILES "/usr/share/doc/${package}/copyright" DESTINATION "share/doc/bpftoolchain/notices"
            RENAME "${package}")
  endif()
endforeach()

include(CPack)
