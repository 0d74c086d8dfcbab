// A helper reads as many bytes as the key, the value or its size says, also those between two members that no
// assignment writes (-Wbpf-padding). A key then differs from the one that was stored, and a value carries what the
// kernel's stack held to user space. Only bytes that no instruction before the call can have written are told.
#include "passes/RunChecks.h"
#include "passes/ir/HelperCall.h"
#include "passes/ir/Location.h"
#include "passes/ir/MapType.h"
#include "passes/ir/Reach.h"
#include "passes/ir/StackVariables.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/CFG.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// An instruction that writes bytes of a slot, from Begin to before End.
struct Write {
  const Instruction *By;
  uint64_t Begin, End;
};

/// A call that reads bytes of a slot.
struct Read {
  const CallBase *Call;
  std::string By; ///< the name of the function
  char Letter;
  uint64_t Begin, End;
};

/// What happens to one alloca.
class Slot {
public:
  explicit Slot(const AllocaInst &Memory);

  const AllocaInst &Memory;
  uint64_t Bytes = 0;
  std::vector<Read> Reads;

  /// The bytes that a call may find written.
  BitVector writtenBefore(const CallBase &Call) const;

private:
  void follow(const Value &Pointer, std::optional<uint64_t> Offset);
  void use(const Use &Each, std::optional<uint64_t> Offset);
  void call(const CallBase &Call, unsigned Argument, std::optional<uint64_t> Offset);
  void write(const Instruction &By, std::optional<uint64_t> Offset, std::optional<uint64_t> Length);

  std::vector<Write> Writes;
};

} // namespace

/// Who writes an unknown number of bytes may write all from there on; at an unknown place, all there are.
void Slot::write(const Instruction &By, std::optional<uint64_t> Offset, std::optional<uint64_t> Length) {
  if (Offset && Length && *Offset + *Length <= Bytes)
    Writes.push_back({&By, *Offset, *Offset + *Length});
  else
    Writes.push_back({&By, Offset && *Offset <= Bytes ? *Offset : 0, Bytes});
}

static std::optional<uint64_t> constant(const Value *V) {
  const auto *Number = dyn_cast<ConstantInt>(V);
  return Number ? std::optional(Number->getLimitedValue()) : std::nullopt;
}

static const DIType *withoutNames(const DIType *Type) {
  while (const auto *Derived = dyn_cast_or_null<DIDerivedType>(Type)) {
    if (Derived->getTag() == dwarf::DW_TAG_pointer_type)
      break;
    Type = Derived->getBaseType();
  }
  return Type;
}

/// How many bytes a helper reads through an argument.
static std::optional<uint64_t> bytesRead(const CallBase &Call, const Helper &Called, unsigned Argument) {
  char Letter = Called.argument(Argument);
  if (Letter == 'U')
    return sizeof(uint32_t);
  if (Letter == 'R' || Letter == 'O')
    return Argument + 1 < Call.arg_size() && Called.argument(Argument + 1) == 'N'
               ? constant(Call.getArgOperand(Argument + 1))
               : std::nullopt;
  size_t Map = Called.Arguments.find('M');
  if (Map == StringRef::npos || Map >= Call.arg_size())
    return std::nullopt;
  std::optional<MapType> Type = mapTypeOf(*Call.getArgOperand(Map));
  return !Type ? std::nullopt : Letter == 'K' ? Type->KeyBytes : Type->ValueBytes;
}

static bool isConst(const DIType *Type) {
  const auto *Derived = dyn_cast_or_null<DIDerivedType>(Type);
  return Derived && Derived->getTag() == dwarf::DW_TAG_const_type;
}

/// How many bytes the kernel wants to find behind an argument of a kfunc, or of a global function, which is verified by
/// itself: as many as the type has that it points to. A kfunc may be there to fill in what is not const, as it does
/// iterators and dynptrs, of which the kernel keeps account itself.
static std::optional<uint64_t> bytesOfType(const CallBase &Call, unsigned Argument) {
  const Function *Callee = Call.getCalledFunction();
  const DISubprogram *Described = Callee && !Callee->hasLocalLinkage() ? Callee->getSubprogram() : nullptr;
  // The first is what is returned.
  if (!Described || Argument + 1 >= Described->getType()->getTypeArray().size())
    return std::nullopt;
  const auto *Pointer =
      dyn_cast_or_null<DIDerivedType>(withoutNames(Described->getType()->getTypeArray()[Argument + 1]));
  const DIType *Of = Pointer ? withoutNames(Pointer->getBaseType()) : nullptr;
  if (!Of || Of->getName() == "bpf_dynptr" || Of->getName().starts_with("bpf_iter_") ||
      (Callee->isDeclaration() && !isConst(Pointer->getBaseType())))
    return std::nullopt;
  return Of->getSizeInBits() ? std::optional(Of->getSizeInBits() / 8) : std::nullopt;
}

void Slot::call(const CallBase &Call, unsigned Argument, std::optional<uint64_t> Offset) {
  const Helper *Called = calledHelper(Call);
  char Letter = Called ? Called->argument(Argument) : '-';
  if (!StringRef("KVROU").contains(Letter)) {
    std::optional<uint64_t> Length;
    if (Letter == 'W' && Called->argument(Argument + 1) == 'N')
      Length = constant(Call.getArgOperand(Argument + 1));
    std::optional<uint64_t> Read = bytesOfType(Call, Argument);
    if (Offset && Read && *Offset + *Read <= Bytes)
      Reads.push_back({&Call, Call.getCalledFunction()->getName().str(), 'R', *Offset, *Offset + *Read});
    write(Call, Offset, Length);
    return;
  }
  std::optional<uint64_t> Length = bytesRead(Call, *Called, Argument);
  if (Letter == 'U')
    write(Call, Offset, Length);
  if (Offset && Length && *Offset + *Length <= Bytes)
    Reads.push_back({&Call, ("bpf_" + Called->Name).str(), Letter, *Offset, *Offset + *Length});
}

void Slot::use(const Use &Each, std::optional<uint64_t> Offset) {
  const auto &I = *cast<Instruction>(Each.getUser());
  const DataLayout &Layout = Memory.getDataLayout();
  if (isa<LoadInst>(I) || isa<ICmpInst>(I) || I.isLifetimeStartOrEnd())
    return;
  if (const auto *Store = dyn_cast<StoreInst>(&I); Store && Each.getOperandNo() == Store->getPointerOperandIndex())
    return write(I, Offset, Layout.getTypeStoreSize(Store->getValueOperand()->getType()).getFixedValue());
  if (const auto *Address = dyn_cast<GetElementPtrInst>(&I)) {
    APInt More(64, 0);
    bool IsConstant = Address->accumulateConstantOffset(Layout, More);
    return follow(I, Offset && IsConstant ? std::optional(*Offset + More.getZExtValue()) : std::nullopt);
  }
  if (const auto *Fill = dyn_cast<MemIntrinsic>(&I)) {
    if (Each.getOperandNo() == 0)
      write(I, Offset, constant(Fill->getLength()));
    return;
  }
  if (const auto *Call = dyn_cast<CallBase>(&I); Call && Call->isArgOperand(&Each) && !isa<IntrinsicInst>(I))
    return call(*Call, Call->getArgOperandNo(&Each), Offset);
  write(I, std::nullopt, std::nullopt);
}

void Slot::follow(const Value &Pointer, std::optional<uint64_t> Offset) {
  for (const Use &Each : Pointer.uses())
    if (isa<Instruction>(Each.getUser()))
      use(Each, Offset);
}

Slot::Slot(const AllocaInst &Memory) : Memory(Memory) {
  std::optional<TypeSize> Size = Memory.getAllocationSize(Memory.getDataLayout());
  Bytes = Size ? Size->getFixedValue() : 0;
  follow(Memory, 0);
  // Uses are listed from the last to the first.
  std::reverse(Reads.begin(), Reads.end());
}

BitVector Slot::writtenBefore(const CallBase &Call) const {
  BitVector Written(Bytes);
  for (const Write &Each : Writes)
    if (Each.By != &Call && Each.Begin < Each.End && isPotentiallyReachable(Each.By, &Call))
      Written.set(Each.Begin, Each.End);
  return Written;
}

/// "after 'sector'" for a gap between members, "in 'name'" for a member that is not written; empty where the type does
/// not say.
static std::string whereIn(const DIType *Type, uint64_t Byte) {
  const auto *Struct = dyn_cast_or_null<DICompositeType>(withoutNames(Type));
  if (!Struct || Struct->getTag() != dwarf::DW_TAG_structure_type)
    return "";
  std::string After;
  for (const DINode *Each : Struct->getElements()) {
    const auto *Member = dyn_cast<DIDerivedType>(Each);
    if (!Member || Member->getTag() != dwarf::DW_TAG_member)
      continue;
    uint64_t Begin = Member->getOffsetInBits() / 8, End = Begin + Member->getSizeInBits() / 8;
    if (Byte < Begin)
      break;
    if (Byte < End) {
      std::string Deeper = whereIn(Member->getBaseType(), Byte - Begin);
      return !Deeper.empty() ? Deeper : Member->getName().empty() ? "" : formatv("in '{0}'", Member->getName()).str();
    }
    if (!Member->getName().empty())
      After = formatv("after '{0}'", Member->getName());
  }
  return After;
}

/// Before 6.3, and for who has no CAP_PERFMON, the kernel refuses to read what was not written. It may take eight bytes
/// that lie together for written when one of them is, so that only eight of which none is are refused for sure.
static bool isRefused(const BitVector &Written, const Read &At, Align Alignment) {
  constexpr uint64_t Granule = 8;
  uint64_t Known = std::min(Alignment.value(), Granule);
  for (uint64_t First = alignDown(At.Begin, Known); First + 2 * Granule - Known <= Written.size(); First += Known)
    if (First < At.End && (Known < Granule || First % Granule == 0) &&
        Written.find_first_in(First, First + 2 * Granule - Known) == -1)
      return true;
  return false;
}

static StringRef consequence(char Letter) {
  switch (Letter) {
  case 'K':
    return "a lookup compares them too: the same key with other bytes there is another key";
  case 'V':
    return "what the kernel's stack held there can be read by who reads the map";
  case 'R':
  case 'U':
    return "the kernel may refuse to read what was never written";
  default:
    return "what the kernel's stack held there leaves the kernel";
  }
}

/// \returns true where there is something to tell.
static bool checkRead(const Slot &Own, const Read &At, const DILocalVariable *Variable, const Reach &Looked,
                      const Target &T, Report R) {
  BitVector Written = Own.writtenBefore(*At.Call);
  int First = Written.find_first_unset_in(At.Begin, At.End);
  bool Permitted = T.has(Feature::UninitializedStack) && T.may(Capability::Perfmon);
  // What a helper reads for itself does no harm where it may.
  if (First == -1 || ((At.Letter == 'R' || At.Letter == 'U') && Permitted))
    return false;
  bool Refused = !Permitted && isRefused(Written, At, Own.Memory.getAlign());
  int Next = Written.find_first_in(First, At.End);
  unsigned Count = (Next == -1 ? At.End : Next) - First;
  std::string Where = Variable ? whereIn(Variable->getType(), First) : "";
  std::string Name = Variable ? formatv(" of '{0}'", Variable->getName()).str() : "";
  Severity How = Refused && Looked.of(*At.Call) == Reached::Surely ? Severity::Refused : Severity::Fragile;
  Finding Found =
      findingAt(*At.Call, Check::Padding, How,
                formatv("{0} byte{1} {2}{3} {4} never written, and {5}() reads {6}", Count, Count == 1 ? "" : "s",
                        Where.empty() ? "from " + std::to_string(First) + " on" : Where, Name,
                        Count == 1 ? "is" : "are", At.By, Count == 1 ? "it" : "them"));
  Found.Notes.push_back({consequence(At.Letter).str(), {}});
  if (Variable) {
    Found.Notes.push_back(
        {formatv("'{0}' is declared here; initialise it", Variable->getName()), declarationOf(*Variable)});
    Found.Repair = Fix{Variable->getName().str(), declarationOf(*Variable), " = {}"};
  }
  R(std::move(Found));
  return true;
}

void checkPadding(const Module &M, const Target &T, Report R) {
  std::optional<Reach> Looked;
  for (const Function &F : M) {
    std::optional<StackVariables> Names;
    for (const Instruction &I : instructions(F)) {
      const auto *Memory = dyn_cast<AllocaInst>(&I);
      if (!Memory)
        continue;
      Slot Own(*Memory);
      if (Own.Reads.empty())
        continue;
      if (!Looked)
        Looked.emplace(M);
      if (!Names)
        Names = stackVariables(F);
      if (Looked->of(F) != Reached::Never)
        // What repairs the first repairs them all.
        (void)any_of(Own.Reads,
                     [&](const Read &Each) { return checkRead(Own, Each, Names->lookup(Memory), *Looked, T, R); });
    }
  }
}

} // namespace bpf
