// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One file replaces another as a whole, or not at all.
#ifndef BPFTOOLCHAIN_SUPPORT_REPLACEFILE_H
#define BPFTOOLCHAIN_SUPPORT_REPLACEFILE_H

#include <string>
#include <string_view>
#include <system_error>

namespace bpf {

/// Which mode, owner and extended attributes a file has that replaces another.
enum class Attributes {
  OfNewFile, ///< those that open() gives
  OfOldFile, ///< those of the file that is replaced, as far as this process may set them
};

/// Writes the bytes to a file beside Path and renames it. A symbolic link is followed, also one to a file that does not
/// exist yet. What is no regular file (/dev/stdout, a FIFO) is opened and written to instead.
/// SIGHUP, SIGINT, SIGQUIT and SIGTERM wait until this returns; where one came, the old file is there as before.
/// \returns the errno of what failed (full disk, no permission). The old file is untouched then, and nothing stands
/// beside it.
std::error_code replaceFile(const std::string &Path, std::string_view Bytes, Attributes Kept);

} // namespace bpf

#endif
