// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Threads read one unit after the other, each with its own store: a unit's types are added if they are new,
// and the unit is forgotten. The result does not depend on who took which.
#include "btf/Nesting.h"
#include "btf/OnBase.h"
#include "btf/dwarf/Assembly.h"
#include "btf/dwarf/Kfuncs.h"
#include <atomic>
#include <thread>

namespace bpf::btf {

namespace dwarf {
namespace {

/// What all threads read.
struct Work {
  const DwarfOptions &Options;
  const Sections &From;
  std::span<const Unit> Units;
  const FunctionNames &Names;
  std::span<const SectionOfVariables> Wanted;
  const SymbolNames &Symbols;
  const Kfuncs &OfKernel;
  const ArgumentRegisters &Machine;
  bool IsBpf;
  ByteView Elf; ///< the file
  std::atomic<size_t> Next = 0;
  std::atomic<bool> HasFailed = false;
};

class Worker {
public:
  explicit Worker(Work &Common)
      : Store(Common.From.Info), Functions(Common.Names, Common.Options.Features, Common.Machine, Common.From),
        Common(Common), Read(Common.From) {}

  void run();

  TypeStore Store;
  FunctionsSeen Functions;
  std::vector<SeenVariable> Variables;
  std::optional<Error> Problem;
  size_t Failed = 0; ///< the number of the unit with the problem

private:
  Result<Done> readUnit(size_t Number);

  Work &Common;
  Entries Read; ///< of the unit at hand
};

} // namespace

/// False for what had to be relocated: it was copied.
static bool isIn(ByteView Piece, ByteView Elf) {
  return Piece.data() >= Elf.data() && Piece.data() < Elf.data() + Elf.size();
}

Result<Done> Worker::readUnit(size_t Number) {
  if (Result<Done> R = Read.read(Common.Units[Number], Common.Options.ExcludesRust); !R)
    return R;
  TypeKeys Keys(Read, Store, Common.Options.Features, Common.IsBpf);
  Keys.run(Number);
  ByteView Lists = Functions.run(Read, Keys, Store);
  findVariables(Read, Keys, Store, Common.Wanted, Common.Symbols, Variables);
  if (Keys.problem())
    return *Keys.problem();
  const Unit &Current = Common.Units[Number];
  for (ByteView Piece : {Common.From.Info.subspan(Current.Offset, Current.Bytes), Lists})
    if (Common.Options.Release && isIn(Piece, Common.Elf))
      Common.Options.Release(Piece);
  return Done();
}

void Worker::run() {
  for (size_t Number; !Common.HasFailed && (Number = Common.Next++) < Common.Units.size();)
    if (Result<Done> R = readUnit(Number); !R) {
      Problem = R.error();
      Failed = Number;
      Common.HasFailed = true;
    }
}

/// The first of the problems, so that the message does not depend on the threads either where it can be helped.
static std::optional<Error> firstProblem(std::span<const std::unique_ptr<Worker>> Workers, const Work &Common) {
  const Worker *First = nullptr;
  for (const auto &Each : Workers)
    if (Each->Problem && (!First || Each->Failed < First->Failed))
      First = Each.get();
  if (!First)
    return std::nullopt;
  return makeError("unit at ", Common.Units[First->Failed].Offset, " of .debug_info: ", First->Problem->Message);
}

static Result<TypeGraph> read(const ElfFile &File, Work &Common) {
  std::vector<std::unique_ptr<Worker>> Workers;
  size_t Jobs = std::clamp<size_t>(Common.Options.Jobs, 1, std::max<size_t>(1, Common.Units.size()));
  Workers.reserve(Jobs);
  for (size_t Job = 0; Job < Jobs; ++Job)
    Workers.push_back(std::make_unique<Worker>(Common));
  std::vector<std::thread> Threads;
  for (size_t Job = 1; Job < Jobs; ++Job)
    Threads.emplace_back([&, Job] { Workers[Job]->run(); });
  Workers[0]->run();
  for (std::thread &Each : Threads)
    Each.join();
  if (std::optional<Error> Problem = firstProblem(Workers, Common))
    return *Problem;
  Assembly Whole;
  Whole.All.Order = Common.From.Order;
  Whole.All.PointerBytes = File.pointerBytes();
  std::vector<const TypeStore *> Stores;
  std::vector<SeenVariable> Variables;
  for (const auto &Each : Workers) {
    Stores.push_back(&Each->Store);
    Variables.insert(Variables.end(), Each->Variables.begin(), Each->Variables.end());
    if (Each != Workers[0])
      Workers[0]->Functions.take(Each->Functions);
  }
  bool IsBpf = Common.IsBpf;
  std::vector<SeenFunction> Functions = Workers[0]->Functions.result();
  tagKfuncs(Functions, Common.OfKernel);
  Whole.addTypes(Stores, Functions);
  Whole.addFunctions(Functions, IsBpf);
  Whole.addVariables(std::move(Variables), Common.Wanted, IsBpf);
  Workers.clear();
  TypeGraph Types = Whole.finish();
  // A structure that lies in itself: found only now, since structures refer to each other by name.
  if (Result<Done> R = checkNesting(Types); !R)
    return R.error();
  return Common.Options.Base ? onBase(Types, *Common.Options.Base) : std::move(Types);
}

} // namespace dwarf

static Result<TypeGraph> decodeOpened(const ElfFile &File, ByteView Elf, const DwarfOptions &Options) {
  Result<dwarf::Sections> From = dwarf::findSections(File);
  if (!From)
    return From.error();
  Result<std::vector<dwarf::Unit>> Units =
      dwarf::unitsOf(*From, dwarf::isIn(From->Info, Elf) ? Options.Release : std::function<void(ByteView)>());
  if (!Units)
    return Units.error();
  if (Options.Base && Options.Base->types()->Order != From->Order)
    return Error{"its byte order differs from that of its base BTF"};
  Result<dwarf::FunctionNames> Names = dwarf::FunctionNames::read(File, Options.Features);
  if (!Names)
    return Names.error();
  std::vector<dwarf::SectionOfVariables> Wanted = dwarf::wantedSections(File, Options.Features);
  Result<dwarf::SymbolNames> Symbols = dwarf::symbolNames(File);
  if (!Symbols)
    return Symbols.error();
  Result<dwarf::Kfuncs> OfKernel = Options.Features.contains(Feature::DeclTagKfuncs)
                                       ? dwarf::findKfuncs(File, Options.Base ? Options.Base->types() : nullptr)
                                       : dwarf::Kfuncs();
  if (!OfKernel)
    return OfKernel.error();
  dwarf::Work Common{Options,
                     *From,
                     *Units,
                     *Names,
                     Wanted,
                     *Symbols,
                     *OfKernel,
                     dwarf::argumentRegisters(File.Header.e_machine),
                     File.Header.e_machine == EM_BPF,
                     Elf};
  return dwarf::read(File, Common);
}

Result<TypeGraph> decodeDwarf(ByteView Elf, const DwarfOptions &Options) {
  if (std::string_view(Elf.data(), Elf.size()).starts_with("BC\xC0\xDE"))
    return Error{"it is LLVM bitcode (-flto): use the linked file, or compile with -fno-lto"};
  if (!isElf(Elf))
    return Error{"it is not an ELF file"};
  Result<ElfFile> File = openElf(Elf);
  if (!File)
    return File.error();
  if (!dwarf::isCompressed(*File))
    return decodeOpened(*File, Elf, Options);
  // libelf decompresses in place: the header of a section is changed too.
  Bytes Copy(Elf.begin(), Elf.end());
  DwarfOptions Kept = Options;
  Kept.Release = {};
  Result<ElfFile> Again = openElf(Copy);
  return Again ? decodeOpened(*Again, Copy, Kept) : Again.error();
}

} // namespace bpf::btf
