// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM's objcopy, as a library.
#include "driver/object/Finish.h"
#include "driver/object/EmbeddedSources.h"
#include "llvm/ObjCopy/ConfigManager.h"
#include "llvm/ObjCopy/ObjCopy.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/MemoryBufferRef.h"
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
  // objcopy's own update of a section leaves symbols that refer to the old one.
  bool IsShorter = What.DropsSources && dropSources(Object, **File);
  if (!IsShorter && !What.DropsDwarf && What.Symbols.empty())
    return Object;
  objcopy::ConfigManager Config;
  Config.Common.StripDebug = What.DropsDwarf;
  for (const auto &[From, To] : What.Symbols)
    Config.Common.SymbolsToRename[From] = To;
  Bytes Result;
  raw_svector_ostream Out(Result);
  if (Error E = objcopy::executeObjcopyOnBinary(Config, **File, Out))
    return E;
  return Result;
}

} // namespace bpf
