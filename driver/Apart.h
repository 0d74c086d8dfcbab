// A job in a process of its own.
#ifndef BPFTOOLCHAIN_DRIVER_APART_H
#define BPFTOOLCHAIN_DRIVER_APART_H

#include "driver/Frontend.h"

namespace bpf {

/// Runs Work in a child of this process and brings back what it made. Several jobs of one call need this: LLVM orders
/// some types by their addresses, and a second compile in the same process would find the heap as the first left it,
/// so that its bytes would differ from run to run. A child that dies is NotDone.
JobResult runApart(llvm::function_ref<JobResult()> Work);

} // namespace bpf

#endif
