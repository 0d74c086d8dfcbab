# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# compile_commands.json where CMake's Makefiles leave BPF out: they write it for CMake's own languages only. Each object lists its
# compile in a file of words, and the target bpf_compile_commands puts them into the build tree's compile_commands.json, beside
# what CMake wrote. Ninja needs none of that.

# _bpf_export_compile_commands(<target> <sources>): called by add_bpf_object().
function(_bpf_export_compile_commands target sources)
  if(NOT CMAKE_EXPORT_COMPILE_COMMANDS OR NOT CMAKE_GENERATOR MATCHES "Makefiles")
    return()
  endif()
  set(index "${CMAKE_BINARY_DIR}/CMakeFiles/bpf_compiles/all.txt")
  if(NOT TARGET bpf_compile_commands)
    add_custom_target(bpf_compile_commands ALL
      COMMAND "${CMAKE_COMMAND}" "-DINDEX=${index}" "-DINTO=${CMAKE_BINARY_DIR}/compile_commands.json"
              -P "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/MergeCompileCommands.cmake"
      VERBATIM)
    file(GENERATE OUTPUT "${index}" CONTENT "$<JOIN:$<TARGET_PROPERTY:bpf_compile_commands,BPF_WORDS>,\n>\n")
  endif()

  # What CMake puts on the line, in its order; a line each.
  get_target_property(bpfcc BPFToolchain::bpfcc IMPORTED_LOCATION)
  string(TOUPPER "${CMAKE_BUILD_TYPE}" config)
  separate_arguments(flags UNIX_COMMAND "${CMAKE_BPF_FLAGS} ${CMAKE_BPF_FLAGS_${config}}")
  foreach(property INCLUDE_DIRECTORIES COMPILE_DEFINITIONS COMPILE_OPTIONS)
    set(${property} "$<TARGET_PROPERTY:${target},${property}>")
  endforeach()
  set(words "${bpfcc}" ${CMAKE_BPF_CLANG_WORDS}
    "$<$<BOOL:${COMPILE_DEFINITIONS}>:-D$<JOIN:${COMPILE_DEFINITIONS},\n-D>>"
    "$<$<BOOL:${INCLUDE_DIRECTORIES}>:-I$<JOIN:${INCLUDE_DIRECTORIES},\n-I>>"
    ${flags} "$<JOIN:${COMPILE_OPTIONS},\n>")
  if(CMAKE_SYSROOT)
    list(APPEND words "--sysroot=${CMAKE_SYSROOT}")
  endif()
  list(JOIN words "\n" words)
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    string(SHA1 hash "${target} ${source}")
    set(file "${CMAKE_BINARY_DIR}/CMakeFiles/bpf_compiles/${hash}.txt")
    file(GENERATE OUTPUT "${file}" CONTENT "${CMAKE_CURRENT_BINARY_DIR}\n${source}\n${words}\n-c\n${source}\n"
      CONDITION "$<COMPILE_LANGUAGE:BPF>")
    set_property(TARGET bpf_compile_commands APPEND PROPERTY BPF_WORDS "${file}")
  endforeach()
endfunction()
