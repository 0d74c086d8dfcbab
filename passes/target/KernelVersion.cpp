// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reading kernel releases, and Releases.def.
#include "passes/target/KernelVersion.h"
#include <sys/utsname.h>

using namespace llvm;

namespace bpf {

std::string KernelVersion::text() const { return std::to_string(Major) + "." + std::to_string(Minor); }

std::optional<KernelVersion> KernelVersion::parse(StringRef Text) {
  KernelVersion Version;
  unsigned Patch = 0;
  if (Text.consumeInteger(10, Version.Major) || !Text.consume_front(".") || Text.consumeInteger(10, Version.Minor))
    return std::nullopt;
  if (Text.consume_front(".") && Text.consumeInteger(10, Patch))
    return std::nullopt;
  if (!Text.empty())
    return std::nullopt;
  return Version;
}

static constexpr KernelVersion LastReleases[] = {
#define LAST_RELEASE(Major, Minor) {Major, Minor},
#include "passes/target/Releases.def"
};

KernelVersion KernelVersion::newestKnown() {
#define NEWEST_RELEASE(Major, Minor) return {Major, Minor};
#include "passes/target/Releases.def"
}

std::optional<KernelVersion> KernelVersion::lastOfSeries() const {
  for (KernelVersion Last : LastReleases)
    if (Last.Major == Major && Last < *this)
      return Last;
  return std::nullopt;
}

std::optional<KernelVersion> KernelVersion::running() {
  utsname Names;
  if (uname(&Names) != 0)
    return std::nullopt;
  // "6.1.0-35-amd64", "6.18.44-fc": only what precedes the first character that is not a digit or a dot counts.
  StringRef Release = Names.release;
  return parse(Release.take_while([](char C) { return C == '.' || (C >= '0' && C <= '9'); }).rtrim('.'));
}

} // namespace bpf
