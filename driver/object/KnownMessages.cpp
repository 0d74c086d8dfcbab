// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Messages are rare, so an expression is compiled when it is needed.
#include "driver/object/KnownMessages.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

ArrayRef<KnownMessageRow> knownMessages() {
  static constexpr KnownMessageRow Rows[] = {
#define KNOWN_MESSAGE(Id, Words, Example) {Words, Example},
#include "driver/object/KnownMessages.def"
  };
  return Rows;
}

bool isMessage(KnownMessage Message, StringRef Text, SmallVectorImpl<StringRef> *Parts) {
  return Regex(knownMessages()[unsigned(Message)].Words).match(Text, Parts);
}

} // namespace bpf
