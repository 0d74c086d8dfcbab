// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides by clang's own list of file name endings.
#include "driver/options/Inputs.h"
#include "clang/Driver/Types.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <unistd.h>

using namespace llvm;
namespace types = clang::driver::types;

namespace bpf {

static Error checkInput(StringRef Input, const Options &Opts) {
  if (Input == "-")
    return Error::success();
  if (!sys::fs::exists(Input))
    return createStringError("no such file or directory: '" + Input + "'");
  if (sys::fs::is_directory(Input))
    return createStringError("'" + Input + "' is a directory");
  // A device is a source as soon as its language is named: configure scripts compile /dev/null.
  if (Opts.NamesLanguage || ((Opts.links() || Opts.onlyAsks()) && is_contained(Opts.Objects, Input)))
    return Error::success();
  StringRef Extension = sys::path::extension(Input);
  Extension.consume_front(".");
  // clang's table has no entry for an empty ending, and asserts that none is looked up.
  types::ID Type = Extension.empty() ? types::TY_INVALID : types::lookupTypeForExtension(Extension);
  if (Type == types::TY_INVALID || Type == types::TY_Object)
    return createStringError("unknown file type '" + Input + "'; use -x c to treat it as C");
  return Error::success();
}

Error checkAccess(const Options &Opts) {
  for (const std::string &Input : Opts.Inputs)
    if (Input != "-" && access(Input.c_str(), R_OK) != 0)
      return createFileError(Input, std::error_code(errno, std::generic_category()));
  return Error::success();
}

bool isText(StringRef Source) {
  if (Source.contains('\0'))
    return false;
  // clang accepts a stray Latin-1 letter in a comment, and reports an error for one anywhere else.
  size_t Foreign = 0;
  const auto *At = reinterpret_cast<const UTF8 *>(Source.bytes_begin()),
             *End = reinterpret_cast<const UTF8 *>(Source.bytes_end());
  while (At != End) {
    unsigned Length = isLegalUTF8Sequence(At, End) ? getNumBytesForUTF8(*At) : 1;
    Foreign += Length == 1 && *At >= 0x80;
    At += Length;
  }
  return Foreign <= Source.size() / 8;
}

Error checkInputs(const Options &Opts) {
  if (Opts.links() && Opts.Output.empty())
    return createStringError("-o is required when linking");
  for (const std::string &Input : Opts.Inputs)
    if (Error E = checkInput(Input, Opts))
      return E;
  return Error::success();
}

} // namespace bpf
