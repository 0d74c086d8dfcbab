// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What kind of memory an address is of, as far as the code shows that without a doubt: the base_type() that a register
// has for the verifier.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_POINTERORIGIN_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_POINTERORIGIN_H

#include <cstdint>
#include <string>

namespace llvm {
class Value;
}

namespace bpf {

enum class PointerOrigin : uint8_t {
  Unknown,
  Stack,    ///< PTR_TO_STACK
  Global,   ///< a global variable, which is in the value of a map: PTR_TO_MAP_VALUE
  MapValue, ///< what a lookup returned: PTR_TO_MAP_VALUE
  Record,   ///< of bpf_ringbuf_reserve(): PTR_TO_MEM | MEM_RINGBUF
  Slice,    ///< of a dynptr: PTR_TO_MEM
  Context,  ///< PTR_TO_CTX
  Map,      ///< CONST_PTR_TO_MAP
  Socket,   ///< PTR_TO_SOCKET, PTR_TO_SOCK_COMMON
  Object,   ///< of bpf_obj_new(): PTR_TO_BTF_ID | MEM_ALLOC
};

PointerOrigin pointerOrigin(const llvm::Value &Address);

/// "a variable on the stack", for a message. Empty for Unknown.
std::string describe(PointerOrigin Origin);

} // namespace bpf

#endif
