// What a check finds where there is no source to point at any more: in objects that are linked.
#ifndef BPFTOOLCHAIN_DRIVER_CHECKERROR_H
#define BPFTOOLCHAIN_DRIVER_CHECKERROR_H

#include "passes/Check.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace bpf {

/// An error that carries the check it comes from, so that it is shown with the name of that check.
class CheckError : public llvm::ErrorInfo<CheckError> {
public:
  static inline char ID = 0;

  CheckError(Check Kind, std::string Message) : Kind(Kind), Message(std::move(Message)) {}

  Check kind() const { return Kind; }
  void log(llvm::raw_ostream &Out) const override { Out << Message; }
  std::error_code convertToErrorCode() const override { return llvm::inconvertibleErrorCode(); }

private:
  Check Kind;
  std::string Message;
};

} // namespace bpf

#endif
