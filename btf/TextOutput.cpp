// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a block of text is full. Apart, so that what is called for each piece stays small enough to be inlined.
#include "btf/TextOutput.h"

namespace bpf::btf {

TextOutput &TextOutput::writeLarge(std::string_view Piece) {
  flush();
  if (Piece.size() <= Capacity)
    return *this << Piece;
  To(Piece);
  return *this;
}

} // namespace bpf::btf
