// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libbpf reads and writes files by name: each object is given to it as a file in memory.
#include "driver/link/Link.h"
#include "driver/link/LinkConflict.h"
#include "driver/object/LibbpfMessages.h"
#include "driver/object/MemoryFile.h"
#include "driver/object/ObjectBTF.h"
#include "driver/object/Unresolved.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"
#include <bpf/libbpf.h>

using namespace llvm;

namespace bpf {

/// "v4", from the symbol that bpfcc writes into its objects; empty for an object of another compiler. The error is that
/// of a damaged table, which may claim more symbols than anybody can read.
static Expected<std::string> recordedCpu(const object::ObjectFile &File) {
  for (const object::SymbolRef &Symbol : File.symbols()) {
    Expected<StringRef> Name = Symbol.getName();
    if (!Name)
      return Name.takeError();
    if (Name->consume_front("bpfcc.cpu."))
      return Name->str();
  }
  return "";
}

/// libbpf would merge what does not belong together.
static Error checkTogether(ArrayRef<NamedObject> Objects) {
  StringRef First;
  std::string Cpu;
  for (const NamedObject &Each : Objects) {
    Expected<std::unique_ptr<object::ObjectFile>> File = object::ObjectFile::createObjectFile(
        MemoryBufferRef(StringRef(Each.Object.data(), Each.Object.size()), Each.Name));
    if (!File)
      return joinErrors(createStringError("'" + Each.Name + "' is not an object that can be linked"), File.takeError());
    if (!Triple((*File)->makeTriple()).isBPF())
      return createStringError("'" + Each.Name + "' is not an object for BPF");
    // One alone is not linked.
    if (Objects.size() > 1 && (*File)->isLittleEndian() != sys::IsLittleEndianHost)
      return createStringError("'" + Each.Name + "' does not have the byte order of this machine, and libbpf " +
                               libbpf_version_string() + " cannot link others; compile all sources as one");
    Expected<std::string> Recorded = recordedCpu(**File);
    if (!Recorded) {
      // LLVM's words are of addresses.
      consumeError(Recorded.takeError());
      return createStringError("'" + Each.Name + "' is damaged: its symbol table cannot be read");
    }
    std::string Current = std::move(*Recorded);
    if (!Cpu.empty() && !Current.empty() && Current != Cpu)
      return createStringError(formatv("'{0}' was compiled for {1} and '{2}' for {3}; compile them with the same -mcpu",
                                       First, Cpu, Each.Name, Current)
                                   .str());
    if (Cpu.empty()) {
      Cpu = Current;
      First = Each.Name;
    }
  }
  return Error::success();
}

/// Of the conflicts of one link; more are seldom read.
static constexpr unsigned MostConflicts = 20;

/// Where libbpf's linker stopped: at which object, and what it said.
struct Stop {
  size_t At;
  std::string Words;
};

/// \returns nothing where the linked object is in Output.
static Expected<std::optional<Stop>> tryLink(const std::string &Output, ArrayRef<NamedObject> Objects) {
  LibbpfMessages Words;
  std::unique_ptr<bpf_linker, void (*)(bpf_linker *)> Linker(bpf_linker__new(Output.c_str(), nullptr),
                                                             bpf_linker__free);
  if (!Linker)
    return createStringError("cannot start libbpf's linker: " + Words.text("it"));
  for (const NamedObject &Each : Objects) {
    MemoryFile Input;
    if (Error E = Input.write(Each.Object))
      return E;
    if (bpf_linker__add_file(Linker.get(), Input.path().c_str(), nullptr) != 0)
      return Stop{size_t(&Each - Objects.data()), Words.text(Each.Name)};
  }
  if (bpf_linker__finalize(Linker.get()) != 0)
    return createStringError("the objects cannot be linked: " + Words.text("the result"));
  return std::nullopt;
}

/// Gives the symbol another name, so that the link comes to the next conflict.
static bool setAside(NamedObject &Object, StringRef Symbol) {
  std::string Other = (Symbol + ".conflict").str();
  Expected<Bytes> Typed = renameInTypes(Object.Object, Symbol, Other);
  Expected<Bytes> Renamed =
      Typed ? finish(std::move(*Typed), {/*DropsDwarf=*/false, /*DropsSources=*/false, {{Symbol.str(), Other}}})
            : Typed.takeError();
  if (!Renamed) {
    consumeError(Renamed.takeError());
    return false;
  }
  Object.Object = std::move(*Renamed);
  return true;
}

/// The symbol of a conflict; empty where it has none.
static std::string symbolOf(Error &Conflict) {
  std::string Symbol;
  Conflict = handleErrors(std::move(Conflict), [&](std::unique_ptr<LinkConflict> Each) -> Error {
    Symbol = Each->Symbol;
    return Error(std::move(Each));
  });
  return Symbol;
}

static Error runLinker(const std::string &Output, ArrayRef<NamedObject> Objects) {
  std::vector<NamedObject> Inputs;
  for (const NamedObject &Each : Objects) {
    // libbpf would drop it, and leave the names of the sources.
    Expected<Bytes> WithoutDwarf = finish(Each.Object, {/*DropsDwarf=*/true, /*DropsSources=*/false, {}});
    if (!WithoutDwarf)
      return joinErrors(createStringError("'" + Each.Name + "' is not an object that can be linked"),
                        WithoutDwarf.takeError());
    Inputs.push_back({Each.Name, std::move(*WithoutDwarf)});
  }
  Error All = Error::success();
  for (unsigned Count = 0; Count < MostConflicts; ++Count) {
    Expected<std::optional<Stop>> Stopped = tryLink(Output, Inputs);
    if (!Stopped)
      return joinErrors(std::move(All), Stopped.takeError());
    if (!*Stopped)
      return All;
    const auto &[At, Words] = **Stopped;
    Error Why = explainConflict(Words, Objects.take_front(At + 1));
    // What is not known here may be of the names that were set aside.
    if (!Why)
      return Count ? std::move(All) : createStringError("'" + Objects[At].Name + "' cannot be linked: " + Words);
    std::string Symbol = symbolOf(Why);
    All = joinErrors(std::move(All), std::move(Why));
    if (Symbol.empty() || !setAside(Inputs[At], Symbol))
      return All;
  }
  return All;
}

static StringRef textOf(const Bytes &Object) { return {Object.data(), Object.size()}; }

static Finding missing(StringRef Object, StringRef Name, const UnresolvedUse &Use) {
  Finding Found{Use.Kind, Severity::Rejected, Use.Where, "", {}, {}};
  Found.Message = formatv("'{0}' uses '{1}', which no source or object defines", Object, Name);
  Found.Notes.push_back({Use.Kind == Check::GlobalVariable
                             ? "define it in one of them, or mark it __ksym or __kconfig if the kernel defines it"
                             : "define it in one of them, or mark it __ksym if the kernel defines it",
                         {}});
  return Found;
}

/// Each object was compiled in the hope that another has what it lacks.
static Error checkComplete(const Bytes &Linked, ArrayRef<NamedObject> Objects, Report R) {
  Expected<std::map<std::string, UnresolvedUse>> Missing = unresolvedUses(textOf(Linked));
  if (!Missing || Missing->empty())
    return Missing.takeError();
  for (const NamedObject &Each : Objects) {
    Expected<std::map<std::string, UnresolvedUse>> Uses = unresolvedUses(textOf(Each.Object));
    if (!Uses)
      return Uses.takeError();
    for (const auto &[Name, Use] : *Uses)
      if (Missing->count(Name))
        R(missing(Each.Name, Name, Use));
  }
  return Error::success();
}

Expected<Bytes> linkObjects(MutableArrayRef<NamedObject> Objects, Report R) {
  if (Error E = checkTogether(Objects))
    return E;
  if (Objects.size() == 1)
    return std::move(Objects.front().Object);
  MemoryFile Output;
  if (Error E = runLinker(Output.path(), Objects))
    return E;
  Expected<Bytes> Linked = Output.read();
  if (!Linked)
    return Linked;
  if (Error E = checkComplete(*Linked, Objects, R))
    return E;
  return Linked;
}

} // namespace bpf
