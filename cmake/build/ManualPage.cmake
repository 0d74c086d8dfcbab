# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# bpftoolchain_manual_page(COMMAND FILE): the page FILE of the current folder becomes a string of the command, which puts its tables
# into it and prints the whole as --help=man; that is what is installed.
add_custom_target(manual ALL)

function(bpftoolchain_manual_page command file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  string(CONFIGURE "${text}" text @ONLY)
  file(CONFIGURE OUTPUT ${file}.inc CONTENT "static constexpr char Page[] = R\"page(@text@)page\";\n" @ONLY)

  if(CMAKE_CROSSCOMPILING)
    message(STATUS "No manual page ${command}(1): ${command} does not run here. `${command} --help=man` prints it.")
    return()
  endif()
  set(folder "${PROJECT_BINARY_DIR}/share/man/man1")
  add_custom_command(
    OUTPUT "${folder}/${command}.1"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${folder}"
    COMMAND "${CMAKE_COMMAND}" -E env "ASAN_OPTIONS=${BPFTOOLCHAIN_ASAN_OPTIONS}"
            "$<TARGET_FILE:${command}>" --help=man > "${folder}/${command}.1"
    DEPENDS ${command}
    COMMENT "Writing ${command}.1"
    VERBATIM)
  add_custom_target(manual-${command} DEPENDS "${folder}/${command}.1")
  add_dependencies(manual manual-${command})
  install(FILES "${folder}/${command}.1" DESTINATION share/man/man1)
endfunction()
