// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A line that the terminal wraps could not be replaced.
#include "driver/verify/ProgressLine.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace bpf {

/// To the first column, and nothing in the line: ECMA-48's EL.
static constexpr StringLiteral Clear = "\r\033[K";

ProgressLine::ProgressLine()
    : Columns(sys::Process::StandardErrIsDisplayed() ? sys::Process::StandardErrColumns() : 0) {}

ProgressLine::~ProgressLine() {
  if (Columns)
    errs() << Clear;
}

void ProgressLine::show(StringRef Text) {
  if (Columns)
    errs() << Clear << ("bpfcc: " + Text + " ...").str().substr(0, Columns - 1);
}

} // namespace bpf
