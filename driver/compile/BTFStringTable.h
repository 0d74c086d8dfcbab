// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM 22 looks for each string of .BTF in all strings before it: 42,000 names take eight seconds. The linker puts a
// search by hash in the place of that function (cmake/build/FastStrings.cmake), once it has been shown to do the same.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_BTFSTRINGTABLE_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_BTFSTRINGTABLE_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bpf {

/// The members of llvm::BTFStringTable in lib/Target/BPF/BTFDebug.h, a header that LLVM does not install.
struct BTFStringTable {
  uint32_t Size = 0;                          ///< of all strings, each with its NUL
  std::map<uint32_t, uint32_t> OffsetToIndex; ///< where a string begins -> its index in Strings
  std::vector<std::string> Strings;
};

/// What LLVM calls in place of BTFStringTable::addString(). \returns the offset of the string, which is added if the
/// table does not have it.
uint32_t addString(BTFStringTable &Table,
                   llvm::StringRef String) __asm__("__wrap__ZN4llvm14BTFStringTable9addStringENS_9StringRefE");

/// LLVM's own function, which does the same.
uint32_t addStringBySearch(BTFStringTable &Table,
                           llvm::StringRef String) __asm__("__real__ZN4llvm14BTFStringTable9addStringENS_9StringRefE");

} // namespace bpf

#endif
