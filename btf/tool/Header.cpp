// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfbtf header: a vmlinux.h, for all of a kernel's types or for those that a program needs.
#include "btf/tool/Command.h"
#include "btf/tool/WriteFile.h"
#include <algorithm>
#include <cctype>

namespace bpf::btf {

/// "struct task_struct" and "task_struct" name the same; the keyword selects one if several have the name.
static bool isOfWord(Kind K, std::string_view Word) {
  if (Word == "struct")
    return K == Kind::Struct;
  if (Word == "union")
    return K == Kind::Union;
  if (Word == "enum")
    return K == Kind::Enum || K == Kind::Enum64;
  return isComposite(K) || K == Kind::Enum || K == Kind::Enum64 || K == Kind::Typedef || K == Kind::Function;
}

/// Other functions are not in a header.
static bool isKfunc(const TypeGraph &Types, TypeId Function) {
  for (TypeId Id = 1; Id < Types.end(); ++Id)
    if (Types[Id].What == Kind::DeclTag && Types[Id].Target == Function && Types.name(Id) == "bpf_kfunc")
      return true;
  return false;
}

static std::vector<TypeId> byWords(const TypeGraph &Types, std::string_view Words) {
  size_t Space = Words.find(' ');
  std::string_view Word = Space == Words.npos ? "" : Words.substr(0, Space);
  std::vector<TypeId> Found = named(Types, Space == Words.npos ? Words : Words.substr(Space + 1));
  std::erase_if(Found, [&](TypeId Id) {
    return !isOfWord(Types[Id].What, Word) || (Types[Id].What == Kind::Function && !isKfunc(Types, Id));
  });
  return Found;
}

/// A name that differs in capitals or underscores, or goes on; empty where there is none.
static std::string_view nearName(const TypeGraph &Types, std::string_view Words) {
  auto PlainName = [](std::string_view Name) {
    std::string Plain;
    for (char C : Name)
      if (C != '_')
        Plain += char(std::tolower(static_cast<unsigned char>(C)));
    return Plain;
  };
  size_t Space = Words.find(' ');
  std::string Wanted = PlainName(Space == Words.npos ? Words : Words.substr(Space + 1));
  std::string_view Longer;
  for (TypeId Id = 1; Id < Types.end(); ++Id) {
    if (!Types[Id].Name || !isOfWord(Types[Id].What, "") || Types[Id].What == Kind::Function)
      continue;
    std::string Plain = PlainName(Types.name(Id));
    if (Plain == Wanted)
      return Types.name(Id);
    if (Longer.empty() && Wanted.size() > 2 && Plain.starts_with(Wanted))
      Longer = Types.name(Id);
  }
  return Longer;
}

static std::string_view trimmed(std::string_view Text) {
  size_t First = Text.find_first_not_of(' ');
  return First == Text.npos ? "" : Text.substr(First, Text.find_last_not_of(' ') - First + 1);
}

/// The types of a list with commas.
static Result<std::vector<TypeId>> listed(const TypeGraph &Types, std::string_view List) {
  std::vector<TypeId> Ids;
  while (!List.empty()) {
    size_t Comma = std::min(List.find(','), List.size());
    std::string_view Words = trimmed(List.substr(0, Comma));
    List.remove_prefix(std::min(Comma + 1, List.size()));
    std::vector<TypeId> Found = byWords(Types, Words);
    Ids.insert(Ids.end(), Found.begin(), Found.end());
    if (!Found.empty())
      continue;
    std::string_view Near = nearName(Types, Words);
    return Near.empty() ? makeError("no type '", Words, "'; bpfbtf dump lists all types")
                        : makeError("no type '", Words, "', did you mean '", Near, "'?");
  }
  return Ids;
}

static void write(const TypeGraph &Types, std::span<const TypeId> Ids, TextOutput &Out) {
  Out << "#ifndef __VMLINUX_H__\n#define __VMLINUX_H__\n\n";
  // A type that the kernel only declares may be defined by a program, whose own it is then: no type for CO-RE.
  dumpC(Types, Ids, Out,
        "#ifndef BPF_NO_PRESERVE_ACCESS_INDEX\n"
        "#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)\n"
        "#endif\n\n");
  Out << "#ifndef BPF_NO_PRESERVE_ACCESS_INDEX\n#pragma clang attribute pop\n#endif\n\n#endif\n";
}

Exit runHeader(const Words &Given) {
  if (Given.Others.size() != 1)
    return fail("header needs exactly one file; see bpfbtf header --help");
  std::optional<Loaded> Input = loadOnBase(Given.Others[0], Given);
  if (!Input)
    return Wrong;
  const TypeGraph &Types = Input->File.Types;
  Result<std::vector<TypeId>> Ids = Given.has("only") ? listed(Types, Given.value("only")) : ownTypes(Types);
  if (!Ids)
    return fail(makeError("'", Given.Others[0], "': ", Ids.error().Message).Message);
  if (!Given.has("output")) {
    StandardOutput Out;
    write(Types, *Ids, Out.text());
    return Out.finish();
  }
  Bytes Content;
  {
    TextOutput Text([&](std::string_view Block) { Content.insert(Content.end(), Block.begin(), Block.end()); });
    write(Types, *Ids, Text);
  }
  std::string Path = Given.value("output");
  if (Result<Done> Written = writeFile(Path, Content); !Written)
    return fail(makeError("'", Path, "': ", Written.error().Message).Message, NotPossible);
  return Good;
}

} // namespace bpf::btf
