// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Why libbpf's linker rejects an object, with a remedy.
#ifndef BPFTOOLCHAIN_DRIVER_LINK_LINKCONFLICT_H
#define BPFTOOLCHAIN_DRIVER_LINK_LINKCONFLICT_H

#include "driver/object/Object.h"
#include "passes/Check.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace bpf {

/// Two objects that do not fit together, at the second's definition.
class LinkConflict : public llvm::ErrorInfo<LinkConflict> {
public:
  static char ID;

  LinkConflict(Place Where, std::string Message, std::vector<Note> Notes, std::string Symbol = "")
      : Where(std::move(Where)), Message(std::move(Message)), Notes(std::move(Notes)), Symbol(std::move(Symbol)) {}

  void log(llvm::raw_ostream &Out) const override { Out << Message; }
  std::error_code convertToErrorCode() const override { return llvm::inconvertibleErrorCode(); }

  Place Where; ///< line 0 if the objects do not record it
  std::string Message;
  std::vector<Note> Notes;
  std::string Symbol; ///< that the objects disagree on; empty where it is none
};

/// \param Message libbpf's message about the last of the objects.
/// \returns a LinkConflict, or success where those words are not known here: then they have to do.
llvm::Error explainConflict(llvm::StringRef Message, llvm::ArrayRef<NamedObject> Objects);

} // namespace bpf

#endif
