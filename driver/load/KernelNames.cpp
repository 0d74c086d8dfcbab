// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// BTF by libbpf, modules on the kernel's; symbols and tracepoints from the files that the kernel lists them in.
#include "driver/load/KernelNames.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <bpf/btf.h>
#include <memory>

using namespace llvm;

namespace bpf {

using OwnedTypes = std::unique_ptr<btf, decltype(&btf__free)>;

/// Calls Consume with each entry of a folder; with none if it cannot be read.
template <typename Function> static void forEachEntry(const Twine &Folder, Function Consume) {
  std::error_code Code;
  for (sys::fs::directory_iterator At(Folder, Code), End; !Code && At != End; At.increment(Code))
    Consume(*At);
}

/// Removes what comes before the name that is asked for.
/// \returns whether the type is of that kind of name.
static bool isOf(KernelName Kind, const btf_type *Type, StringRef &Name) {
  switch (Kind) {
  case KernelName::TypedFunction:
    return btf_is_func(Type);
  case KernelName::RawTracepoint:
    return btf_is_typedef(Type) && Name.consume_front("btf_trace_");
  case KernelName::Record:
    return btf_is_composite(Type);
  case KernelName::Declared:
    return btf_is_fwd(Type);
  default:
    return false;
  }
}

static void addTyped(const btf *Types, unsigned First, KernelName Kind, KernelNames::List &Names) {
  for (unsigned Id = First; Id < btf__type_cnt(Types); ++Id) {
    const btf_type *Type = btf__type_by_id(Types, Id);
    StringRef Name = btf__name_by_offset(Types, Type->name_off);
    if (isOf(Kind, Type, Name))
      Names.insert(Name);
  }
}

static KernelNames::List readTyped(StringRef Root, KernelName Kind) {
  KernelNames::List Names;
  std::string Folder = (Root + "/sys/kernel/btf").str();
  OwnedTypes Kernel(btf__parse((Folder + "/vmlinux").c_str(), nullptr), btf__free);
  if (!Kernel)
    return Names;
  addTyped(Kernel.get(), 1, Kind, Names);
  forEachEntry(Folder, [&](const sys::fs::directory_entry &Each) {
    if (sys::path::filename(Each.path()) == "vmlinux")
      return;
    if (OwnedTypes Module(btf__parse_split(Each.path().c_str(), Kernel.get()), btf__free); Module)
      addTyped(Module.get(), btf__type_cnt(Kernel.get()), Kind, Names);
  });
  return Names;
}

/// "ffffffff81000000 T do_exit"; a module's has "[name]" behind it. Optimized copies (.isra.0, .cold) are no targets.
static KernelNames::List readSymbols(StringRef Root) {
  KernelNames::List Names;
  ErrorOr<std::unique_ptr<MemoryBuffer>> File = MemoryBuffer::getFileAsStream(Root + "/proc/kallsyms");
  if (!File)
    return Names;
  for (StringRef Line : split((*File)->getBuffer(), '\n')) {
    SmallVector<StringRef, 4> Words;
    SplitString(Line, Words);
    if (Words.size() >= 3 && (Words[1].equals_insensitive("t") || Words[1].equals_insensitive("w")))
      Names.insert(Words[2]);
  }
  return Names;
}

static KernelNames::List readTracepoints(StringRef Root) {
  KernelNames::List Names;
  for (StringRef Place : {"/sys/kernel/tracing/events", "/sys/kernel/debug/tracing/events"}) {
    forEachEntry(Root + Place, [&](const sys::fs::directory_entry &Group) {
      forEachEntry(Group.path(), [&](const sys::fs::directory_entry &Event) {
        if (Event.type() == sys::fs::file_type::directory_file)
          Names.insert((sys::path::filename(Group.path()) + "/" + sys::path::filename(Event.path())).str());
      });
    });
    if (!Names.empty())
      break;
  }
  return Names;
}

KernelNames::List KernelNames::read(KernelName Kind) const {
  switch (Kind) {
  case KernelName::TypedFunction:
  case KernelName::RawTracepoint:
  case KernelName::Record:
  case KernelName::Declared:
    return readTyped(Root, Kind);
  case KernelName::Symbol:
    return readSymbols(Root);
  case KernelName::Tracepoint:
    return readTracepoints(Root);
  }
  return {};
}

const KernelNames::List &KernelNames::of(KernelName Kind) {
  auto Found = Lists.find(Kind);
  return Found != Lists.end() ? Found->second : Lists.emplace(Kind, read(Kind)).first->second;
}

} // namespace bpf
