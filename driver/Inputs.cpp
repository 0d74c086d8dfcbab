// Decides by clang's own list of file name endings.
#include "driver/Inputs.h"
#include "clang/Driver/Types.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Triple.h"
#include <unistd.h>

using namespace llvm;
namespace types = clang::driver::types;

namespace bpf {

static Error refuse(const Twine &Message) { return createStringError(inconvertibleErrorCode(), Message); }

static Error checkInput(StringRef Input, const Options &User) {
  if (Input == "-")
    return Error::success();
  if (!sys::fs::exists(Input))
    return refuse("no such file or directory: '" + Input + "'");
  if (sys::fs::is_directory(Input))
    return refuse("'" + Input + "' is a directory");
  // A device is a source as soon as its language is named: configure scripts compile /dev/null.
  if (User.NamesLanguage || (User.links() && is_contained(User.Objects, Input)))
    return Error::success();
  types::ID Type = types::lookupTypeForExtension(sys::path::extension(Input).drop_front());
  if (Type == types::TY_INVALID || Type == types::TY_Object)
    return refuse("'" + Input + "' is no source by its name; use -x c where it is C");
  return Error::success();
}

/// The byte order that a word of the command line asks for, and the word.
static Error checkOrder(ByteOrder Asked, StringRef Word, const Options &User, const Target &For) {
  if (User.Order && *User.Order != Asked)
    return refuse(formatv("'{0}' and '--endian' contradict each other", Word).str());
  if (User.Wanted.Architecture.empty() || Asked == For.order())
    return Error::success();
  return refuse(formatv("'{0}' and '--arch={1}' contradict each other: {1} is {2}-endian", Word,
                        User.Wanted.Architecture, For.order() == ByteOrder::Little ? "little" : "big")
                    .str());
}

Error checkByteOrder(const Options &User, const Target &For) {
  if (User.Triple.empty())
    return User.Order ? checkOrder(*User.Order, "--endian", User, For) : Error::success();
  llvm::Triple Triple(User.Triple);
  if (!Triple.isBPF())
    return refuse("bpfcc makes code for BPF only, not for '" + User.Triple + "'");
  // Plain bpf is the host's, as in clang.
  return checkOrder(Triple.isLittleEndian() ? ByteOrder::Little : ByteOrder::Big, "--target=" + User.Triple, User, For);
}

Error checkAccess(const Options &User) {
  for (const std::string &Input : User.Inputs)
    if (Input != "-" && access(Input.c_str(), R_OK) != 0)
      return createFileError(Input, std::error_code(errno, std::generic_category()));
  return Error::success();
}

bool isText(StringRef Source) {
  if (Source.contains('\0'))
    return false;
  // clang takes a stray Latin-1 letter in a comment, and makes an error of each one anywhere else.
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

Error checkInputs(const Options &User) {
  if (User.links() && User.Output.empty())
    return refuse("objects are linked into what -o names, and it is missing");
  for (const std::string &Input : User.Inputs)
    if (Error E = checkInput(Input, User))
      return E;
  return Error::success();
}

} // namespace bpf
