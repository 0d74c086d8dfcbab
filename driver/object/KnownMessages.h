// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Messages of LLVM and libbpf that bpfcc recognizes by their text.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_KNOWNMESSAGES_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_KNOWNMESSAGES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

namespace bpf {

enum class KnownMessage {
#define KNOWN_MESSAGE(Id, Words, Example) Id,
#include "driver/object/KnownMessages.def"
};

/// One row of KnownMessages.def.
struct KnownMessageRow {
  llvm::StringRef Words, Example;
};

/// The rows, in the order of KnownMessage.
llvm::ArrayRef<KnownMessageRow> knownMessages();

/// \returns true if \p Text contains the message.
/// \param Parts receives the matched text and the groups of the row's expression; they refer to \p Text.
bool isMessage(KnownMessage Message, llvm::StringRef Text, llvm::SmallVectorImpl<llvm::StringRef> *Parts = nullptr);

} // namespace bpf

#endif
