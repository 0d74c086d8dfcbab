# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# cmake -P: writes HEADER, the skeleton of OBJECT under the name NAME, whole or not at all. A script because bpftool writes to
# standard output, and commands of a build go without a shell.
get_filename_component(folder "${HEADER}" DIRECTORY)
file(MAKE_DIRECTORY "${folder}")
execute_process(COMMAND "${BPFTOOL}" gen skeleton "${OBJECT}" name "${NAME}"
  RESULT_VARIABLE code OUTPUT_FILE "${HEADER}.new" ERROR_VARIABLE said ERROR_STRIP_TRAILING_WHITESPACE)
if(NOT code STREQUAL 0)
  file(REMOVE "${HEADER}.new")
  message(FATAL_ERROR "'${BPFTOOL} gen skeleton ${OBJECT} name ${NAME}' fails (${code}):\n${said}")
endif()
file(RENAME "${HEADER}.new" "${HEADER}")
