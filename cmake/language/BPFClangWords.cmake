# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Sets CMAKE_BPF_CLANG_WORDS, a list: what clang, clangd or clang-tidy has to be told to see in a BPF source what bpfcc sees
# in it: the machine, __TARGET_ARCH_*, the folders of headers that bpfcc has beside it or chooses by the machine. They are
# bpfcc's own answer, so they follow it where it is moved to; to bpfcc itself they say nothing new. It is asked by _bpf_ask(), which
# the package has read before it enables the language.
#
# CMAKE_BPF_ARCHITECTURE  the machine, as bpfcc's --arch= takes it. In a cross build it is CMAKE_SYSTEM_PROCESSOR where it
#                         is not set, otherwise the one that compiles.
function(_bpf_clang_words result)
  # An instruction set is named so that the running kernel is not asked for one.
  set(question -mcpu=v1)
  set(sysroot "${CMAKE_SYSROOT}")
  if(DEFINED CMAKE_SYSROOT_COMPILE)
    set(sysroot "${CMAKE_SYSROOT_COMPILE}")
  endif()
  if(sysroot)
    list(APPEND question "--sysroot=${sysroot}")
  endif()
  _bpf_architecture(architecture)
  if(architecture)
    list(APPEND question "--arch=${architecture}")
  endif()

  # Plain bpf leaves the byte order to what a target says; clang takes the host's for it, so that another one is named.
  set(words --target=bpf)
  _bpf_ask(profile ${question})
  if(profile_CODE STREQUAL 1 AND architecture)
    message(WARNING "BPF objects cannot be built for the machine '${architecture}': ${profile_ERROR}. Set CMAKE_BPF_ARCHITECTURE.")
  elseif(profile_CODE STREQUAL 0)
    string(JSON last LENGTH "${profile}" arguments)
    math(EXPR last "${last} - 1")
    foreach(at RANGE ${last})
      string(JSON word GET "${profile}" arguments ${at} words 0)
      if(word STREQUAL "--target=bpfeb")
        set(words --target=bpfeb)
      elseif(word MATCHES "^-D|^-nostdlibinc$")
        list(APPEND words "${word}")
      elseif(word MATCHES "^-(isystem|idirafter)$")
        string(JSON folder GET "${profile}" arguments ${at} words 1)
        list(APPEND words ${word} "${folder}")
      endif()
    endforeach()
  endif()
  set(${result} "${words}" PARENT_SCOPE)
endfunction()

_bpf_clang_words(CMAKE_BPF_CLANG_WORDS)
