# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# How the language BPF is compiled: the variables from which CMake's generators make their rules.
#
# No extension belongs to the language, since CMake looks at the last one only and prog.bpf.c ends like C:
# add_bpf_object() gives each source its language.
set(CMAKE_BPF_OUTPUT_EXTENSION .o)

set(CMAKE_INCLUDE_FLAG_BPF "-I")
set(CMAKE_INCLUDE_SYSTEM_FLAG_BPF "-isystem ")
# bpfcc searches these itself and in the right order. CMake leaves out an include directory that is on this list.
set(CMAKE_BPF_IMPLICIT_INCLUDE_DIRECTORIES /usr/include)
set(CMAKE_BPF_COMPILE_OPTIONS_SYSROOT "--sysroot=")
set(CMAKE_BPF_COMPILE_OPTIONS_COLOR_DIAGNOSTICS -fcolor-diagnostics)
set(CMAKE_BPF_COMPILE_OPTIONS_COLOR_DIAGNOSTICS_OFF -fno-color-diagnostics)

# bpfcc writes the dependencies while it compiles; a changed header then rebuilds what included it.
set(CMAKE_DEPFILE_FLAGS_BPF "-MD -MT <DEP_TARGET> -MF <DEP_FILE>")
set(CMAKE_BPF_DEPFILE_FORMAT gcc)
set(CMAKE_BPF_DEPENDS_USE_COMPILER TRUE)

# CMAKE_BPF_FLAGS, and CMAKE_BPF_FLAGS_<CONFIG> beside it. All are empty at first: a program that loads must be the same
# in every configuration, so Debug does not change what bpfcc does by itself (-O2 and BTF). CMAKE_C_FLAGS has no part.
include(CMakeInitializeConfigs)
cmake_initialize_per_config_variable(CMAKE_BPF_FLAGS "Flags for BPF sources")

# CMAKE_BPF_CLANG_WORDS: how a tool of clang's that reads compile_commands.json finds what bpfcc finds by itself. First on
# the line, so that what a target says comes after them and counts.
include("${CMAKE_CURRENT_LIST_DIR}/BPFClangWords.cmake")

# CMake knows CMAKE_<LANG>_COMPILER_LAUNCHER for its own languages only, so the launcher, a list, is put into the rule.
list(TRANSFORM CMAKE_BPF_CLANG_WORDS REPLACE "^.*[^-+=:@%,./_A-Za-z0-9].*$" "\"\\0\"" OUTPUT_VARIABLE _bpf_words)
list(PREPEND _bpf_words ${CMAKE_BPF_COMPILER_LAUNCHER} <CMAKE_BPF_COMPILER>)
list(JOIN _bpf_words " " _bpf_words)
set(CMAKE_BPF_COMPILE_OBJECT "${_bpf_words} <DEFINES> <INCLUDES> <FLAGS> -o <OBJECT> -c <SOURCE>")
unset(_bpf_words)

# An object that is loaded is CMake's executable. Of one object bpfcc makes a copy, several it links; what CMAKE_EXE_LINKER_FLAGS
# says to the host's linker means nothing to it.
set(CMAKE_BPF_LINK_EXECUTABLE "<CMAKE_BPF_COMPILER> <LINK_FLAGS> <OBJECTS> -o <TARGET>")

set(CMAKE_BPF_INFORMATION_LOADED 1)
