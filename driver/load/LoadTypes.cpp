// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Looks a section up in our table, then in libbpf by the name that libbpf has for the row.
#include "driver/load/LoadTypes.h"
#include "driver/load/LoadAttempt.h"
#include "passes/target/TailSection.h"
#include <bpf/btf.h>

using namespace llvm;

namespace bpf {

/// The struct that the program is called with; empty if the object has no BTF for it.
static StringRef contextOf(bpf_object *Object, bpf_program *Program) {
  const btf *Types = bpf_object__btf(Object);
  int Id = Types ? btf__find_by_name_kind(Types, bpf_program__name(Program), BTF_KIND_FUNC) : -1;
  if (Id < 0)
    return "";
  const btf_type *Prototype = btf__type_by_id(Types, btf__type_by_id(Types, Id)->type);
  if (!Prototype || btf_vlen(Prototype) == 0)
    return "";
  const btf_type *Context = btf__type_by_id(Types, btf_params(Prototype)->type);
  while (Context && (btf_is_ptr(Context) || btf_is_mod(Context) || btf_is_typedef(Context)))
    Context = btf__type_by_id(Types, Context->type);
  return Context ? btf__name_by_offset(Types, Context->name_off) : "";
}

static LoadType loadTypeOf(const ProgramSection *Row) {
  LoadType Result;
  if (Row && libbpf_prog_type_by_name(Row->nameForLibbpf().str().c_str(), &Result.Type, &Result.Attach) < 0)
    return {};
  return Result;
}

static LoadType loadTypeOf(bpf_object *Object, bpf_program *Program, const GivenTypes &Given) {
  StringRef Section = bpf_program__section_name(Program);
  if (auto Option = Given.find(Section.str()); Option != Given.end())
    return loadTypeOf(Option->second);
  if (bpf_program__type(Program) != BPF_PROG_TYPE_UNSPEC)
    return {bpf_program__type(Program), bpf_program__expected_attach_type(Program)};
  return loadTypeOf(programSectionOf(sectionMeant(Section, contextOf(Object, Program))));
}

std::vector<LoadType> loadTypesOf(bpf_object *Object, const GivenTypes &Given) {
  std::vector<LoadType> Types;
  std::vector<size_t> Tails;
  LoadType Common;
  bool IsOne = true;
  for (bpf_program *Program : programsOf(Object)) {
    LoadType Type = loadTypeOf(Object, Program, Given);
    if (Type.Type == BPF_PROG_TYPE_UNSPEC && slotOf(bpf_program__section_name(Program))) {
      Tails.push_back(Types.size());
    } else {
      IsOne &= Common.Type == BPF_PROG_TYPE_UNSPEC || Common.Type == Type.Type;
      Common = Type;
    }
    Types.push_back(Type);
  }
  for (size_t Tail : Tails)
    if (IsOne)
      Types[Tail] = Common;
  return Types;
}

} // namespace bpf
