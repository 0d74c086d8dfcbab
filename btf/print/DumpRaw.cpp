// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One line a type and one an element, as `bpftool btf dump` prints them.
#include "btf/BTF.h"
#include "btf/Linkage.h"

namespace bpf::btf {

namespace {

class RawDump {
public:
  RawDump(const TypeGraph &Types, TextOutput &Out) : Types(Types), Out(Out) {}
  void type(TypeId Id);

private:
  std::string_view named(StringOffset Offset) const { return Offset ? Types.text(Offset) : "(anon)"; }
  void ofKind(TypeId Id, const Type &T);
  void integer(const Type &T);
  void elements(TypeId Id, const Type &T);

  const TypeGraph &Types;
  TextOutput &Out;
};

} // namespace

void RawDump::integer(const Type &T) {
  IntegerEncoding As = integerEncoding(T);
  Out << " size=" << T.Size << " bits_offset=" << As.BitOffset << " nr_bits=" << As.Bits << " encoding="
      << (As.IsSigned      ? "SIGNED"
          : As.IsChar      ? "CHAR"
          : As.IsBool      ? "BOOL"
          : T.Detail >> 24 ? "UNKN"
                           : "(none)");
}

void RawDump::elements(TypeId Id, const Type &T) {
  for (const Member &Each : Types.members(Id)) {
    Out << "\n\t'" << named(Each.Name) << "' type_id=" << Each.Of << " bits_offset=" << Each.BitOffset;
    if (T.Flag && Each.BitSize)
      Out << " bitfield_size=" << Each.BitSize;
  }
  for (const Enumerator &Each : Types.enumerators(Id)) {
    Out << "\n\t'" << named(Each.Name) << "' val=";
    T.Flag ? Out << int64_t(Each.Value) : Out << Each.Value;
    if (T.What == Kind::Enum64)
      Out << (T.Flag ? "LL" : "ULL");
  }
  for (const Parameter &Each : Types.parameters(Id))
    Out << "\n\t'" << named(Each.Name) << "' type_id=" << Each.Of;
  for (const SectionVariable &Each : Types.variables(Id)) {
    Out << "\n\ttype_id=" << Each.Variable << " offset=" << Each.Offset << " size=" << Each.Size << " ("
        << word(Types[Each.Variable].What) << " '" << named(Types[Each.Variable].Name) << "')";
  }
}

void RawDump::ofKind(TypeId Id, const Type &T) {
  switch (T.What) {
  case Kind::Int:
    return integer(T);
  case Kind::Array: {
    const Array &Of = Types.array(Id);
    Out << " type_id=" << Of.Element << " index_type_id=" << Of.Index << " nr_elems=" << Of.Count;
    return;
  }
  case Kind::Struct:
  case Kind::Union:
    Out << " size=" << T.Size << " vlen=" << T.Count;
    return;
  case Kind::Enum:
  case Kind::Enum64:
    Out << " encoding=" << (T.Flag ? "SIGNED" : "UNSIGNED") << " size=" << T.Size << " vlen=" << T.Count;
    return;
  case Kind::Forward:
    Out << " fwd_kind=" << (T.Flag ? "union" : "struct");
    return;
  case Kind::Function:
    Out << " type_id=" << T.Target << " linkage=" << linkageWord(T.Detail);
    return;
  case Kind::FunctionPrototype:
    Out << " ret_type_id=" << T.Target << " vlen=" << T.Count;
    return;
  case Kind::Variable:
    Out << " type_id=" << T.Target << ", linkage=" << linkageWord(T.Detail);
    return;
  case Kind::DataSection:
    Out << " size=" << T.Size << " vlen=" << T.Count;
    return;
  case Kind::Float:
    Out << " size=" << T.Size;
    return;
  case Kind::DeclTag:
    Out << " type_id=" << T.Target << " component_idx=" << int32_t(T.Detail);
    return;
  default:
    Out << " type_id=" << T.Target;
  }
}

void RawDump::type(TypeId Id) {
  const Type &T = Types[Id];
  Out << '[' << Id << "] " << word(T.What) << " '" << named(T.Name) << '\'';
  ofKind(Id, T);
  elements(Id, T);
  Out << '\n';
}

void dumpRaw(const TypeGraph &Types, std::span<const TypeId> Ids, TextOutput &Out) {
  RawDump Dump(Types, Out);
  for (TypeId Id : Ids)
    Dump.type(Id);
}

} // namespace bpf::btf
