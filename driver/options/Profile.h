// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The BPF profile: the arguments that make clang a compiler for BPF, each with its reason. --print-profile shows it.
#ifndef BPFTOOLCHAIN_DRIVER_OPTIONS_PROFILE_H
#define BPFTOOLCHAIN_DRIVER_OPTIONS_PROFILE_H

#include "driver/options/HeaderSets.h"
#include "driver/options/Options.h"
#include "driver/process/Installation.h"

namespace bpf {

struct ProfileArgument {
  std::vector<std::string> Words;
  std::string Reason;
};

/// They precede the user's own arguments, so that the user's have the last word.
using Profile = std::vector<ProfileArgument>;

Profile makeProfile(const Options &Opts, const Target &T, const Installation &Installed, const HeaderSets &Headers);

/// What --print-profile prints: the target, the arguments, what was dropped.
void printProfile(llvm::raw_ostream &Out, const Options &Opts, const Target &T, const HeaderSets &Headers,
                  const Profile &Arguments);
void printProfileAsJson(llvm::raw_ostream &Out, const Options &Opts, const Target &T, const HeaderSets &Headers,
                        const Profile &Arguments);

} // namespace bpf

#endif
