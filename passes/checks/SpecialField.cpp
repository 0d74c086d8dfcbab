// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lock, timer, list or tree in the value of a map is the kernel's, and programs of some types are rejected with such
// a map, whatever they do with it: check_map_prog_compatibility() in kernel/bpf/verifier.c (-Wbpf-special-field).
// Global data is a map, too: one for each section. See SpecialFields.def.
#include "passes/target/SpecialField.h"
#include "passes/RunChecks.h"
#include "passes/analysis/CallingPrograms.h"
#include "passes/analysis/GlobalUse.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MapType.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/UnderlyingType.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/GlobalVariable.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// A field of a map's value, and the variable that has it.
struct OwnField {
  const SpecialField *Kind;
  const GlobalVariable *Where;
};
using OwnFields = SmallVector<OwnField, 2>;

class Fields {
public:
  explicit Fields(const Module &M);

  /// Those of the map that is the variable, or that it lies in.
  OwnFields of(const GlobalVariable &Variable) const;

private:
  StringMap<OwnFields> OfSections; ///< of global data
};

} // namespace

static const SpecialField *fieldOfType(const DIType *Type) {
  const DIType *Struct = underlyingType(Type);
  return Struct && isa<DICompositeType>(Struct) ? findSpecialField(Struct->getName()) : nullptr;
}

static void addMembers(const DIType *Value, const GlobalVariable &Where, OwnFields &Found) {
  const auto *Struct = dyn_cast_or_null<DICompositeType>(Value);
  if (!Struct)
    return;
  for (const DINode *Each : Struct->getElements())
    if (const auto *Member = dyn_cast<DIDerivedType>(Each))
      if (const SpecialField *Kind = fieldOfType(Member->getBaseType()))
        Found.push_back({Kind, &Where});
}

Fields::Fields(const Module &M) {
  for (const GlobalVariable &Each : M.globals())
    if (const SpecialField *Kind = isGlobalData(Each) ? fieldOfType(typeOf(Each)) : nullptr; Kind && Each.hasSection())
      OfSections[Each.getSection()].push_back({Kind, &Each});
}

OwnFields Fields::of(const GlobalVariable &Variable) const {
  if (isGlobalData(Variable))
    return OfSections.lookup(Variable.getSection());
  OwnFields Found;
  std::optional<MapType> Map = mapTypeOf(Variable);
  if (!Map)
    return Found;
  for (const DIDerivedType *Member : Map->Members)
    if (Member->getName() == "value")
      addMembers(pointeeOf(Member->getBaseType()), Variable, Found);
  return Found;
}

static std::string messageFor(const OwnField &Field, const RejectedUse &Use) {
  std::string Kernels = Use.Why.accepting().isEmpty() ? "" : formatv(" on kernels {0}", Use.Why.rejecting()).str();
  return formatv("programs in section '{0}' cannot use '{1}', which has a {2}{3}", Use.Program.getSection(),
                 Field.Where->getName(), Field.Kind->Struct, Kernels);
}

namespace {

/// The kernel rejects a program for its first use of such a map; reporting later uses would be redundant.
class InFunction {
public:
  InFunction(const Fields &Used, const CallingPrograms &Programs, Report R) : Used(Used), Programs(Programs), R(R) {}

  void inspect(const Instruction &I) {
    for (const Use &Operand : I.operands())
      if (const auto *Variable = dyn_cast<GlobalVariable>(Operand->stripInBoundsOffsets()))
        for (const OwnField &Field : Used.of(*Variable))
          check(I, Field);
  }

private:
  void check(const Instruction &I, const OwnField &Field) {
    auto Use =
        Programs.rejects(*I.getFunction(), [&](const ProgramSection &Section) { return users(*Field.Kind, Section); });
    if (Use && Reported.insert(Field.Where))
      R(findingAt(I, Check::SpecialField, Use->Sev, messageFor(Field, *Use)));
  }

  const Fields &Used;
  const CallingPrograms &Programs;
  Report R;
  SmallSetVector<const GlobalVariable *, 4> Reported;
};

} // namespace

void checkSpecialField(const Module &M, const Target &T, Report R) {
  Reach Looked(M);
  CallingPrograms Programs(M, T);
  Fields Used(M);
  for (const Function &F : M) {
    InFunction Uses(Used, Programs, R);
    for (const Instruction &I : instructions(F))
      if (Looked.of(I) == Reached::Surely)
        Uses.inspect(I);
  }
}

} // namespace bpf
