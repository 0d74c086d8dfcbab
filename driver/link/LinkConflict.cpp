// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libbpf names the symbol or section that does not fit (linker.c: linker_append_elf_sym, glob_syms_match,
// linker_append_sec_data), and neither the line nor the other object: those are looked up in the objects.
#include "driver/link/LinkConflict.h"
#include "driver/object/DeclaredAt.h"
#include "driver/object/KnownMessages.h"
#include "driver/object/ObjectBTF.h"
#include "driver/object/Unresolved.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

char LinkConflict::ID;

/// Null if it cannot be read, although libbpf read it.
static std::unique_ptr<object::ObjectFile> open(const NamedObject &Of) {
  Expected<std::unique_ptr<object::ObjectFile>> File =
      object::ObjectFile::createObjectFile(MemoryBufferRef(StringRef(Of.Object.data(), Of.Object.size()), Of.Name));
  if (File)
    return std::move(*File);
  consumeError(File.takeError());
  return nullptr;
}

/// Nothing if the object does not define it.
static std::optional<object::SymbolRef> definitionIn(const object::ObjectFile &File, StringRef Name) {
  for (const object::SymbolRef &Each : File.symbols()) {
    Expected<StringRef> Found = Each.getName();
    Expected<uint32_t> Flags = Each.getFlags();
    if (Found && Flags && *Found == Name && !(*Flags & object::SymbolRef::SF_Undefined))
      return Each;
    consumeError(Found.takeError());
    consumeError(Flags.takeError());
  }
  return std::nullopt;
}

static bool isMap(const NamedObject &Of, StringRef Symbol) {
  std::unique_ptr<object::ObjectFile> File = open(Of);
  std::optional<object::SymbolRef> Definition = File ? definitionIn(*File, Symbol) : std::nullopt;
  if (!Definition)
    return false;
  Expected<object::section_iterator> Section = Definition->getSection();
  Expected<StringRef> Name = Section && *Section != File->section_end() ? (*Section)->getName() : StringRef();
  bool IsIt = Section && Name && *Name == ".maps";
  consumeError(Section.takeError());
  consumeError(Name.takeError());
  return IsIt;
}

/// Where the source defines it; for a function also without DWARF.
static Place placeIn(const NamedObject &Of, StringRef Symbol) {
  std::unique_ptr<object::ObjectFile> File = open(Of);
  if (!File)
    return {};
  if (Place Where = declaredAt(*File, Symbol); Where.Line)
    return Where;
  std::optional<object::SymbolRef> Definition = definitionIn(*File, Symbol);
  return Definition ? placeOf({Of.Object.data(), Of.Object.size()}, *Definition) : Place();
}

/// True if the object defines or uses it.
static bool hasSymbol(const object::ObjectFile &File, StringRef Name) {
  return any_of(File.symbols(), [&](const object::SymbolRef &Each) {
    Expected<StringRef> Found = Each.getName();
    if (Found)
      return *Found == Name;
    consumeError(Found.takeError());
    return false;
  });
}

/// The first of the objects that has the symbol. The last one conflicts with it, and may only declare it.
static const NamedObject &firstWith(ArrayRef<NamedObject> Objects, StringRef Symbol) {
  for (const NamedObject &Each : Objects.drop_back())
    if (std::unique_ptr<object::ObjectFile> File = open(Each); File && hasSymbol(*File, Symbol))
      return Each;
  return Objects.front();
}

/// Removes what libbpf prints for a type without a name: "int '(null)' size 4 and 8".
static std::string withoutNull(StringRef Message) { return Regex(" '\\(null\\)'").sub("", Message); }

/// The text of the section as a loader reads it; nothing if there is none.
static std::optional<std::string> textOf(const NamedObject &Of, StringRef Section) {
  std::unique_ptr<object::ObjectFile> File = open(Of);
  if (!File)
    return std::nullopt;
  for (const object::SectionRef &Each : File->sections()) {
    Expected<StringRef> Name = Each.getName();
    Expected<StringRef> Contents = Each.getContents();
    if (Name && Contents && *Name == Section)
      return Contents->split('\0').first.str();
    consumeError(Name.takeError());
    consumeError(Contents.takeError());
  }
  return std::nullopt;
}

/// A conflict between the first object that has the symbol, and the last one.
static Error conflict(ArrayRef<NamedObject> Objects, StringRef Symbol, const Twine &Message, StringRef Remedy) {
  const NamedObject &First = firstWith(Objects, Symbol), &Last = Objects.back();
  Place Here = placeIn(Last, Symbol), There = placeIn(First, Symbol);
  std::vector<Note> Notes;
  bool IsOne = Here.File == There.File && Here.Line == There.Line;
  if (There.Line && !IsOne)
    Notes.push_back({formatv("in '{0}' it is here", First.Name), There});
  Notes.push_back({Remedy.str(), {}});
  return make_error<LinkConflict>(std::move(Here), Message.str(), std::move(Notes), Symbol.str());
}

/// What differs, in C if the objects have it so, or else in libbpf's words.
static std::string differences(ArrayRef<NamedObject> Objects, StringRef Symbol, StringRef Said) {
  auto Types = differingDeclarations(firstWith(Objects, Symbol).Object, Objects.back().Object, Symbol);
  return Types ? formatv("'{0}' and '{1}'", Types->first, Types->second).str() : withoutNull(Said);
}

static Error licenses(ArrayRef<NamedObject> Objects) {
  const NamedObject &Last = Objects.back();
  for (const NamedObject &Each : Objects)
    if (std::optional<std::string> Text = textOf(Each, "license"))
      return make_error<LinkConflict>(
          Place(),
          formatv("the license of '{0}' is \"{1}\", but that of '{2}' is \"{3}\"; a linked object has only one license",
                  Each.Name, *Text, Last.Name, textOf(Last, "license").value_or("")),
          std::vector<Note>{{"use exactly the same text in both", {}}});
  return Error::success();
}

Error explainConflict(StringRef Message, ArrayRef<NamedObject> Objects) {
  const NamedObject &Last = Objects.back();
  if (isMessage(KnownMessage::LicensesDiffer, Message))
    return licenses(Objects);
  SmallVector<StringRef, 3> Parts;
  auto First = [&] { return firstWith(Objects, Parts[1]).Name; };
  bool IsTwice = isMessage(KnownMessage::DefinedTwice, Message, &Parts);
  if (IsTwice && isMap(Last, Parts[1]))
    return conflict(Objects, Parts[1],
                    formatv("map '{0}' is defined in both '{1}' and '{2}'", Parts[1], First(), Last.Name),
                    "each source that includes a definition from a header has its own copy; define it in one source, "
                    "and declare it extern, in '.maps', in the others");
  if (IsTwice)
    return conflict(Objects, Parts[1],
                    formatv("'{0}' is defined in both '{1}' and '{2}'", Parts[1], First(), Last.Name),
                    "make it static in both, or remove one");
  if (isMessage(KnownMessage::MapsDiffer, Message, &Parts))
    return conflict(
        Objects, Parts[1],
        formatv("the {1} of map '{0}' in '{2}' differs from that in '{3}'", Parts[1], Parts[2], Last.Name, First()),
        "declare it in a header that both include");
  if (isMessage(KnownMessage::TypesDiffer, Message, &Parts))
    return conflict(Objects, Parts[1],
                    formatv("the declarations of '{0}' in '{1}' and '{2}' differ: {3}", Parts[1], First(), Last.Name,
                            differences(Objects, Parts[1], Parts[2])),
                    "declare it in a header that both include");
  return Error::success();
}

} // namespace bpf
