// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// All that there is, for programs: the keys of `bpftool -j btf dump` where it has them, and .BTF.ext beside.
#include "btf/BTF.h"
#include "btf/Linkage.h"
#include "btf/print/JsonText.h"

namespace bpf::btf {

namespace {

class JsonDump {
public:
  JsonDump(const TypeGraph &Types, TextOutput &Out) : Types(Types), Out(Out) {}
  void types(std::span<const TypeId> Ids);
  void code(const Extension &Code);

private:
  std::string_view named(StringOffset Offset) const { return Offset ? Types.text(Offset) : "(anon)"; }
  void ofKind(TypeId Id, const Type &T);
  void integer(const Type &T);
  void elements(TypeId Id, const Type &T);
  /// A list of objects under a key; Write adds the pairs of one.
  template <typename List, typename Function> void list(std::string_view Key, const List &Elements, Function Write);
  /// The records of .BTF.ext under a key, section by section.
  template <typename Record, typename Function>
  void records(std::string_view Key, const std::vector<OfSection<Record>> &Sections, Function Write);

  const TypeGraph &Types;
  JsonText Out;
};

} // namespace

template <typename List, typename Function>
void JsonDump::list(std::string_view Key, const List &Elements, Function Write) {
  Out.key(Key).open('[');
  for (const auto &Each : Elements) {
    Out.open('{');
    Write(Each);
    Out.close('}');
  }
  Out.close(']');
}

void JsonDump::integer(const Type &T) {
  IntegerEncoding As = integerEncoding(T);
  Out.pair("size", T.Size).pair("bits_offset", As.BitOffset).pair("nr_bits", As.Bits);
  Out.pair("encoding", As.IsSigned      ? "SIGNED"
                       : As.IsChar      ? "CHAR"
                       : As.IsBool      ? "BOOL"
                       : T.Detail >> 24 ? "UNKN"
                                        : "(none)");
}

void JsonDump::elements(TypeId Id, const Type &T) {
  Out.pair("vlen", T.Count);
  if (isComposite(T.What))
    list("members", Types.members(Id), [&](const Member &Each) {
      Out.pair("name", named(Each.Name)).pair("type_id", Each.Of).pair("bits_offset", Each.BitOffset);
      if (Each.BitSize)
        Out.pair("bitfield_size", Each.BitSize);
    });
  else if (T.What == Kind::Enum || T.What == Kind::Enum64)
    list("values", Types.enumerators(Id), [&](const Enumerator &Each) {
      Out.pair("name", named(Each.Name));
      T.Flag ? Out.pair("val", int64_t(Each.Value)) : Out.pair("val", Each.Value);
    });
  else if (T.What == Kind::FunctionPrototype)
    list("params", Types.parameters(Id),
         [&](const Parameter &Each) { Out.pair("name", named(Each.Name)).pair("type_id", Each.Of); });
  else
    list("vars", Types.variables(Id), [&](const SectionVariable &Each) {
      Out.pair("type_id", Each.Variable).pair("offset", Each.Offset).pair("size", Each.Size);
    });
}

void JsonDump::ofKind(TypeId Id, const Type &T) {
  switch (T.What) {
  case Kind::Int:
    return integer(T);
  case Kind::Array: {
    const Array &Of = Types.array(Id);
    Out.pair("type_id", Of.Element).pair("index_type_id", Of.Index).pair("nr_elems", Of.Count);
    return;
  }
  case Kind::Enum:
  case Kind::Enum64:
    Out.pair("encoding", T.Flag ? "SIGNED" : "UNSIGNED");
    [[fallthrough]];
  case Kind::Struct:
  case Kind::Union:
  case Kind::DataSection:
    Out.pair("size", T.Size);
    return elements(Id, T);
  case Kind::FunctionPrototype:
    Out.pair("ret_type_id", T.Target);
    return elements(Id, T);
  case Kind::Forward:
    Out.pair("fwd_kind", T.Flag ? "union" : "struct");
    return;
  case Kind::Float:
    Out.pair("size", T.Size);
    return;
  case Kind::Function:
  case Kind::Variable:
    Out.pair("type_id", T.Target).pair("linkage", linkageWord(T.Detail));
    return;
  case Kind::DeclTag:
    Out.pair("type_id", T.Target).pair("component_idx", int32_t(T.Detail));
    break;
  default:
    Out.pair("type_id", T.Target);
  }
  // The flag of a tag means that its text is an attribute; bpftool has no key for it.
  if (T.Flag)
    Out.pair("kind_flag", 1);
}

void JsonDump::types(std::span<const TypeId> Ids) {
  list("types", Ids, [&](TypeId Id) {
    const Type &T = Types[Id];
    Out.pair("id", Id).pair("kind", word(T.What)).pair("name", named(T.Name));
    ofKind(Id, T);
  });
}

template <typename Record, typename Function>
void JsonDump::records(std::string_view Key, const std::vector<OfSection<Record>> &Sections, Function Write) {
  list(Key, Sections, [&](const OfSection<Record> &Each) {
    Out.pair("section", Types.text(Each.Section));
    list("records", Each.Records, [&](const Record &R) {
      Out.pair("insn_off", R.Instruction);
      Write(R);
    });
  });
}

void JsonDump::code(const Extension &Code) {
  Out.key("ext").open('{');
  records("func_info", Code.Functions,
          [&](const FunctionInfo &R) { Out.pair("type_id", R.Function).pair("name", Types.name(R.Function)); });
  records("line_info", Code.Lines, [&](const LineInfo &R) {
    Out.pair("file", Types.text(R.File)).pair("line", R.Line).pair("column", R.Column);
    Out.pair("text", Types.text(R.Text));
  });
  records("core_relo", Code.Relocations, [&](const CoreRelocation &R) {
    Out.pair("type_id", R.Of).pair("access", Types.text(R.Access)).pair("kind", coreRelocationWord(R.What));
  });
  Out.close('}');
}

void dumpJson(const TypeGraph &Types, std::span<const TypeId> Ids, const Extension *Code, TextOutput &Out) {
  Out << '{';
  {
    JsonDump Dump(Types, Out);
    Dump.types(Ids);
    if (Code)
      Dump.code(*Code);
  }
  Out << "}\n";
}

} // namespace bpf::btf
