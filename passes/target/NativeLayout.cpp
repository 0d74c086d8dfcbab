// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// NativeLayouts.def as an array.
#include "passes/target/NativeLayout.h"

using namespace llvm;

namespace bpf {

static constexpr NativeLayout Rows[] = {
#define NATIVE_LAYOUT(Machine, Macro, Type, Header, Member, Offset, Bytes, Same)                                       \
  {Machine, Macro, Type, Header, Member, Offset, Bytes, Same},
#include "passes/target/NativeLayouts.def"
};

ArrayRef<NativeLayout> nativeLayouts() { return Rows; }

} // namespace bpf
