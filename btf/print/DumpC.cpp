// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types as a C source that compiles, each where those before it suffice.
#include "btf/print/COrder.h"
#include "btf/print/CPrinter.h"
#include <algorithm>

namespace bpf::btf {

namespace {

class CDump {
public:
  CDump(const TypeGraph &Types, CNames &Names, TextOutput &Out)
      : Types(Types), Names(Names), Out(Out), Print(Types, Names, Out) {}
  void declaration(const NeededType &D);
  void tagMacro();
  void functions(std::span<const NeededType> All);

private:
  void definition(TypeId Id);
  void forward(TypeId Id);
  void function(TypeId Id);
  bool isWordOfC23(TypeId Id) const;

  const TypeGraph &Types;
  CNames &Names;
  TextOutput &Out;
  CPrinter Print;
};

} // namespace

/// A compiler that does not know the attribute sees an empty one.
void CDump::tagMacro() {
  bool HasTag = false;
  for (TypeId Id = 1; Id < Types.end(); ++Id)
    HasTag |= Types[Id].What == Kind::TypeTag && !Types[Id].Flag;
  if (HasTag)
    Out << "#if !__has_attribute(btf_type_tag)\n#define btf_type_tag(Text)\n#endif\n\n";
}

/// A kernel has `bool`, `true` and `false` of its own, which are words of the language in C23.
bool CDump::isWordOfC23(TypeId Id) const {
  if (Types[Id].What == Kind::Typedef)
    return Names.of(Id) == "bool";
  std::span<const Enumerator> Of = Types.enumerators(Id);
  auto IsWord = [&](const Enumerator &Each) {
    return Types.text(Each.Name) == "false" || Types.text(Each.Name) == "true";
  };
  return !Of.empty() && !Types[Id].Name && std::all_of(Of.begin(), Of.end(), IsWord);
}

void CDump::forward(TypeId Id) {
  const Type &T = Types[Id];
  bool IsUnion = T.What == Kind::Union || (T.What == Kind::Forward && T.Flag);
  bool IsEnum = T.What == Kind::Enum || T.What == Kind::Enum64;
  Out << (IsEnum ? "enum " : IsUnion ? "union " : "struct ") << Names.of(Id);
}

void CDump::definition(TypeId Id) {
  switch (Types[Id].What) {
  case Kind::Struct:
  case Kind::Union:
    return Print.composite(Id);
  case Kind::Enum:
  case Kind::Enum64:
    return Print.enumeration(Id);
  default:
    Out << "typedef ";
    return Print.declare(Types[Id].Target, Names.of(Id));
  }
}

void CDump::declaration(const NeededType &D) {
  bool IsGuarded = D.IsDefinition && isWordOfC23(D.Of);
  if (IsGuarded)
    Out << "#if __STDC_VERSION__ < 202311L\n";
  D.IsDefinition ? definition(D.Of) : forward(D.Of);
  Out << (IsGuarded ? ";\n#endif\n\n" : ";\n\n");
}

/// The macros are those of libbpf's bpf_helpers.h.
void CDump::functions(std::span<const NeededType> All) {
  if (All.empty())
    return;
  Out << "#ifndef BPF_NO_KFUNC_PROTOTYPES\n"
         "#ifndef __ksym\n#define __ksym __attribute__((section(\".ksyms\")))\n#endif\n"
         "#ifndef __weak\n#define __weak __attribute__((weak))\n#endif\n"
         "#ifndef __bpf_fastcall\n#if __has_attribute(bpf_fastcall)\n"
         "#define __bpf_fastcall __attribute__((bpf_fastcall))\n#else\n#define __bpf_fastcall\n#endif\n#endif\n\n";
  for (const NeededType &Each : All) {
    Out << (Names.hasTag(Each.Of, "bpf_fastcall") ? "extern __bpf_fastcall " : "extern ");
    Print.declare(Types[Each.Of].Target, Types.name(Each.Of));
    Out << " __weak __ksym;\n";
  }
  Out << "\n#endif\n\n";
}

void dumpC(const TypeGraph &Types, std::span<const TypeId> Ids, TextOutput &Out, std::string_view BeforeDefinitions) {
  CNames Names(Types);
  std::vector<NeededType> All = needed(Types, Names, Ids);
  auto IsType = [&](const NeededType &D) { return Types[D.Of].What != Kind::Function; };
  auto IsForward = [&](const NeededType &D) { return Types[D.Of].What == Kind::Forward; };
  auto FirstFunction = std::find_if_not(All.begin(), All.end(), IsType);
  CDump Dump(Types, Names, Out);
  // They need nothing, and so may come before all others.
  auto FirstOther = std::stable_partition(All.begin(), FirstFunction, IsForward);
  for (const NeededType &Each : std::span(All.begin(), FirstOther))
    Dump.declaration(Each);
  Out << BeforeDefinitions;
  Dump.tagMacro();
  for (const NeededType &Each : std::span(FirstOther, FirstFunction))
    Dump.declaration(Each);
  Dump.functions(std::span(FirstFunction, All.end()));
}

} // namespace bpf::btf
