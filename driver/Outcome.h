// How a call, or a part of it, ended: style.md rule 6, as exit codes. The larger is the worse.
#ifndef BPFTOOLCHAIN_DRIVER_OUTCOME_H
#define BPFTOOLCHAIN_DRIVER_OUTCOME_H

namespace bpf {

enum class Outcome {
  Good = 0,
  WrongInput = 1, ///< what the user gave is wrong: a source, an option, a file
  NotDone = 2,    ///< bpfcc could not do its work or judge it: permission, disk, a failure within LLVM
};

} // namespace bpf

#endif
