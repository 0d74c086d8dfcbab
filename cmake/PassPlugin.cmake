# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The component pass_plugin of find_package(BPFToolchain): a module that clang-22 and opt-22 load, packaged by itself.
set(BPFToolchain_pass_plugin_FOUND FALSE)
set(_bpftoolchain_plugin "${_bpftoolchain_root}/lib/bpftoolchain/BPFPassPlugin.so")
if(EXISTS "${_bpftoolchain_plugin}")
  if(NOT TARGET BPFToolchain::pass_plugin)
    add_library(BPFToolchain::pass_plugin MODULE IMPORTED)
    set_target_properties(BPFToolchain::pass_plugin PROPERTIES IMPORTED_LOCATION "${_bpftoolchain_plugin}")
  endif()
  set(BPFToolchain_pass_plugin_FOUND TRUE)
elseif(BPFToolchain_FIND_REQUIRED_pass_plugin)
  set(BPFToolchain_FOUND FALSE)
  set(BPFToolchain_NOT_FOUND_MESSAGE "BPFToolchain's component 'pass_plugin' is missing: there is no '${_bpftoolchain_plugin}'; \
on Debian it is the package bpftoolchain-pass-plugin")
endif()
unset(_bpftoolchain_plugin)
