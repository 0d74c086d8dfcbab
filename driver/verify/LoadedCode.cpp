// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A call in the loaded program leads to the beginning of a function, and the relocation of that call in the object
// names the function, so no order of functions is assumed.
#include "driver/verify/LoadedCode.h"
#include "llvm/Object/ELFObjectFile.h"

using namespace llvm;
using namespace llvm::object;

namespace bpf {

static constexpr unsigned InstructionBytes = sizeof(bpf_insn);

/// The value; nothing for an error, which is dropped.
template <typename Value> static std::optional<Value> valueOf(Expected<Value> Read) {
  if (Read)
    return *Read;
  consumeError(Read.takeError());
  return std::nullopt;
}

namespace {

struct Where {
  SectionRef Section;
  uint64_t Offset;
};

} // namespace

/// Where a symbol is defined; nothing if it is undefined.
static std::optional<Where> definitionOf(const SymbolRef &Symbol, const ObjectFile &File) {
  std::optional<section_iterator> Section = valueOf(Symbol.getSection());
  std::optional<uint64_t> Offset = valueOf(Symbol.getValue());
  if (!Section || *Section == File.section_end() || !Offset)
    return std::nullopt;
  return Where{**Section, *Offset};
}

/// The function that begins at \p Begin.
static std::optional<ELFSymbolRef> functionAt(const Where &Begin, const ELFObjectFileBase &File) {
  for (const ELFSymbolRef &Symbol : File.symbols()) {
    std::optional<Where> Definition = definitionOf(Symbol, File);
    if (Symbol.getELFType() == ELF::STT_FUNC && Definition && Definition->Section == Begin.Section &&
        Definition->Offset == Begin.Offset)
      return Symbol;
  }
  return std::nullopt;
}

/// \param Section as libbpf reports it: without the ? of a program that is loaded on request only, SEC("?xdp").
static std::optional<Where> functionNamed(StringRef Section, StringRef Name, const ELFObjectFileBase &File) {
  for (const ELFSymbolRef &Symbol : File.symbols()) {
    std::optional<Where> Definition = definitionOf(Symbol, File);
    if (Symbol.getELFType() != ELF::STT_FUNC || !Definition || valueOf(Symbol.getName()) != Name)
      continue;
    StringRef In = valueOf(Definition->Section.getName()).value_or("");
    In.consume_front("?");
    if (Section.empty() || In == Section)
      return Definition;
  }
  return std::nullopt;
}

static std::optional<SymbolRef> relocatedTo(const Where &Instruction, const ELFObjectFileBase &File) {
  for (const SectionRef &Each : File.sections()) {
    std::optional<section_iterator> Of = valueOf(Each.getRelocatedSection());
    if (!Of || *Of == File.section_end() || **Of != Instruction.Section)
      continue;
    for (const RelocationRef &Relocation : Each.relocations())
      if (Relocation.getOffset() == Instruction.Offset && Relocation.getSymbol() != File.symbol_end())
        return *Relocation.getSymbol();
  }
  return std::nullopt;
}

/// The target of the call, or of the address, in the object's instruction at that place.
static std::optional<Where> referredTo(const Where &Instruction, const ELFObjectFileBase &File) {
  std::optional<StringRef> Content = valueOf(Instruction.Section.getContents());
  if (!Content || Instruction.Offset + InstructionBytes > Content->size())
    return std::nullopt;
  bpf_insn Written;
  memcpy(&Written, Content->data() + Instruction.Offset, InstructionBytes);
  bool IsCall = Written.code == (BPF_JMP | BPF_CALL);
  // A call's offset is in instructions, relative to the next one.
  int64_t Distance = IsCall ? (int64_t(Written.imm) + 1) * InstructionBytes : Written.imm;
  if (std::optional<SymbolRef> Symbol = relocatedTo(Instruction, File)) {
    std::optional<Where> Base = definitionOf(*Symbol, File);
    return Base ? std::optional(Where{Base->Section, Base->Offset + Distance}) : std::nullopt;
  }
  return IsCall ? std::optional(Where{Instruction.Section, Instruction.Offset + Distance}) : std::nullopt;
}

/// True for a call of another function of the program, and for its address.
static bool refersToFunction(const bpf_insn &Loaded) {
  return (Loaded.code == (BPF_JMP | BPF_CALL) && Loaded.src_reg == BPF_PSEUDO_CALL) ||
         // Two of the three are 0. NOLINTNEXTLINE(misc-redundant-expression)
         (Loaded.code == (BPF_LD | BPF_DW | BPF_IMM) && Loaded.src_reg == BPF_PSEUDO_FUNC);
}

static std::unique_ptr<ObjectFile> open(StringRef Object) {
  Expected<std::unique_ptr<ObjectFile>> Read = ObjectFile::createObjectFile(MemoryBufferRef(Object, "object"));
  if (Read)
    return std::move(*Read);
  consumeError(Read.takeError());
  return nullptr;
}

std::optional<LoadedFunction> programIn(StringRef Object, StringRef Section, StringRef Name) {
  std::unique_ptr<ObjectFile> File = open(Object);
  const auto *Elf = dyn_cast_or_null<ELFObjectFileBase>(File.get());
  std::optional<Where> Begin = Elf ? functionNamed(Section.ltrim('?'), Name, *Elf) : std::nullopt;
  if (!Begin)
    return std::nullopt;
  return LoadedFunction{0, 0, valueOf(Begin->Section.getName()).value_or("").str(), Begin->Offset};
}

std::vector<LoadedFunction> functionsOf(const Verdict &Loaded, StringRef Object) {
  std::vector<LoadedFunction> Result;
  std::unique_ptr<ObjectFile> File = open(Object);
  const auto *Elf = dyn_cast_or_null<ELFObjectFileBase>(File.get());
  if (!Elf)
    return Result;
  std::vector<Where> Begins;
  auto Add = [&](unsigned First, const std::optional<Where> &Begin) {
    std::optional<ELFSymbolRef> Symbol = Begin ? functionAt(*Begin, *Elf) : std::nullopt;
    unsigned Count = Symbol ? Symbol->getSize() / InstructionBytes : 0;
    bool IsKnown = any_of(Result, [&](const LoadedFunction &Each) { return Each.First == First; });
    if (IsKnown || Count == 0 || (!Loaded.Code.empty() && First + Count > Loaded.Code.size()))
      return;
    Result.push_back({First, Count, valueOf(Begin->Section.getName()).value_or("").str(), Begin->Offset});
    Begins.push_back(*Begin);
  };
  Add(0, functionNamed(StringRef(Loaded.Section).ltrim('?'), Loaded.Program, *Elf));
  // The list grows during the loop.
  for (size_t F = 0; F != Result.size(); ++F)
    for (unsigned I = 0; I != Result[F].Count && !Loaded.Code.empty(); ++I) {
      unsigned Number = Result[F].First + I;
      if (refersToFunction(Loaded.Code[Number]))
        Add(Number + 1 + Loaded.Code[Number].imm,
            referredTo({Begins[F].Section, Begins[F].Offset + uint64_t(I) * InstructionBytes}, *Elf));
    }
  return Result;
}

} // namespace bpf
