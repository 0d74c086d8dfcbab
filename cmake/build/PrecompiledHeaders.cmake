# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# bpftoolchain_precompile(TARGET STANDARD|LLVM|CLANG): the headers below are parsed once for all targets of that kind, not once for
# each source. They are headers of the system alone, so that no change of ours compiles them again, and those that several sources
# include. Without it (GCC, whose precompiled headers are slower than they are worth here, or CMAKE_DISABLE_PRECOMPILE_HEADERS) the same
# sources compile as they are: each includes what it uses.

set(_standard_headers
  <algorithm> <bit> <charconv> <cstdint> <cstring> <deque> <functional> <map> <memory> <optional> <set> <span> <string>
  <string_view> <unordered_map> <utility> <variant> <vector> <gelf.h>)
set(_llvm_headers
  <map> <memory> <optional> <set> <string> <vector>
  <llvm/ADT/BitVector.h> <llvm/ADT/DenseMap.h> <llvm/ADT/PostOrderIterator.h> <llvm/ADT/STLExtras.h> <llvm/ADT/SetVector.h>
  <llvm/ADT/SmallPtrSet.h> <llvm/ADT/SmallString.h> <llvm/ADT/StringExtras.h> <llvm/ADT/StringMap.h>
  <llvm/Analysis/CFG.h> <llvm/Analysis/LoopInfo.h> <llvm/Analysis/ScalarEvolutionExpressions.h> <llvm/Analysis/ValueTracking.h>
  <llvm/BinaryFormat/Dwarf.h>
  <llvm/IR/CFG.h> <llvm/IR/Constants.h> <llvm/IR/DIBuilder.h> <llvm/IR/DebugInfo.h> <llvm/IR/DebugInfoMetadata.h>
  <llvm/IR/InlineAsm.h> <llvm/IR/InstIterator.h> <llvm/IR/Instructions.h> <llvm/IR/IntrinsicInst.h> <llvm/IR/Module.h>
  <llvm/IR/Operator.h>
  <llvm/Object/ELFObjectFile.h>
  <llvm/Support/Error.h> <llvm/Support/FileSystem.h> <llvm/Support/FormatVariadic.h> <llvm/Support/JSON.h> <llvm/Support/Path.h>
  <llvm/Support/Regex.h> <llvm/Support/raw_ostream.h>)
set(_clang_headers
  ${_llvm_headers}
  <clang/Basic/DiagnosticFrontend.h> <clang/Basic/SourceManager.h> <clang/Driver/Compilation.h> <clang/Driver/Driver.h>
  <clang/Frontend/CompilerInstance.h> <clang/Lex/Lexer.h> <clang/Lex/Preprocessor.h> <clang/Options/Options.h>
  <llvm/Option/ArgList.h> <llvm/Support/SourceMgr.h>)

# The first target that asks for a kind compiles its headers; the others use them, which asks for the same compiler options.
function(bpftoolchain_precompile target kind)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    return()
  endif()
  # A precompiled header does not remember when what it is made of was written: compiler caches know it again.
  target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  get_property(owner GLOBAL PROPERTY _bpftoolchain_precompiled_${kind})
  if(owner)
    target_precompile_headers(${target} REUSE_FROM ${owner})
    return()
  endif()
  string(TOLOWER "${kind}" list)
  target_precompile_headers(${target} PRIVATE ${_${list}_headers})
  set_property(GLOBAL PROPERTY _bpftoolchain_precompiled_${kind} ${target})
endfunction()
