// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libbpf does not validate what it is given, and reads neither every machine's objects nor every loader's.
#include "driver/verify/Objection.h"
#include "btf/BTF.h"
#include "passes/analysis/LegacyMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/FormatVariadic.h"
#include <bpf/libbpf.h>

using namespace llvm;

namespace bpf {

static bool hasSection(const object::ObjectFile &File, StringRef Name) {
  return any_of(File.sections(), [&](const object::SectionRef &Each) {
    Expected<StringRef> Found = Each.getName();
    if (Found)
      return *Found == Name;
    consumeError(Found.takeError());
    return false;
  });
}

std::optional<Objection> objectionTo(const NamedObject &Each, const Target &T) {
  Expected<std::unique_ptr<object::ObjectFile>> File = object::ObjectFile::createObjectFile(
      MemoryBufferRef(StringRef(Each.Object.data(), Each.Object.size()), Each.Name));
  if (!File)
    return Objection{Outcome::WrongInput,
                     "'" + Each.Name + "' is not an object that can be read: " + toString(File.takeError())};
  if (!Triple((*File)->makeTriple()).isBPF())
    return Objection{Outcome::WrongInput, "'" + Each.Name + "' is not an object for BPF"};
  // libbpf does not validate them.
  if (btf::ByteView File(Each.Object.data(), Each.Object.size()); btf::hasTypes(File))
    if (btf::Result<btf::TypeFile> Types = btf::decodeFile(File); !Types)
      return Objection{Outcome::WrongInput, "the types of '" + Each.Name + "' are damaged: " + Types.error().Message};
  // It may be correct: another machine has to judge.
  if ((*File)->isLittleEndian() != sys::IsLittleEndianHost)
    return Objection{Outcome::NotAsked,
                     "'" + Each.Name + "' has another byte order than this machine, whose kernel cannot be asked"};
  if (T.acceptsLegacyMaps() && hasSection(**File, LegacySection))
    return Objection{Outcome::NotAsked,
                     formatv("'{0}' has maps in section '{1}', which {2} reads and libbpf {3} does not: "
                             "the kernel cannot be asked",
                             Each.Name, LegacySection, name(T.loader()), libbpf_version_string())
                         .str()};
  return std::nullopt;
}

} // namespace bpf
