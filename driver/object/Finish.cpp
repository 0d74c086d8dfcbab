// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM's objcopy, as a library.
#include "driver/object/Finish.h"
#include "driver/object/EmbeddedSources.h"
#include "llvm/ObjCopy/ConfigManager.h"
#include "llvm/ObjCopy/ObjCopy.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace bpf {

Expected<Bytes> finish(Bytes Object, const Finishing &What) {
  if (!What.DropsDwarf && !What.DropsSources && What.Symbols.empty())
    return Object;
  Expected<std::unique_ptr<object::ObjectFile>> File =
      object::ObjectFile::createObjectFile(MemoryBufferRef(StringRef(Object.data(), Object.size()), "object"));
  if (!File)
    return File.takeError();
  objcopy::ConfigManager Config;
  Config.Common.StripDebug = What.DropsDwarf;
  for (const auto &[From, To] : What.Symbols)
    Config.Common.SymbolsToRename[From] = To;
  std::optional<std::string> Strings;
  if (What.DropsSources)
    Strings = dropSources(Object, **File);
  if (Strings)
    Config.Common.UpdateSection.emplace_back(".debug_line_str", MemoryBuffer::getMemBuffer(*Strings, "", false));
  else if (!What.DropsDwarf && What.Symbols.empty())
    return Object;
  Bytes Result;
  raw_svector_ostream Out(Result);
  if (Error E = objcopy::executeObjcopyOnBinary(Config, **File, Out))
    return E;
  return Result;
}

} // namespace bpf
