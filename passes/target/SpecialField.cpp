// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SpecialFields.def as arrays.
#include "passes/target/SpecialField.h"
#include "passes/target/CallWords.h"
#include "passes/target/ProgramType.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace bpf {

using namespace call_words;

namespace {
struct Exclusion {
  StringRef Struct;
  ProgramTypeSet Types;
  Releases When;
  bool IsOfSleepable;
};
} // namespace

static constexpr SpecialField Rows[] = {
#define SPECIAL_FIELD(Struct, Major, Minor) {Struct, {Major, Minor}},
#include "passes/target/SpecialFields.def"
};

static constexpr Exclusion Exclusions[] = {
#define SPECIAL_FIELD_NOT_IN(Struct, Types, When) {Struct, Types, When, false},
#define SPECIAL_FIELD_NOT_IN_SLEEPABLE(Struct, When) {Struct, Every, When, true},
#include "passes/target/SpecialFields.def"
};

const SpecialField *findSpecialField(StringRef Struct) {
  const SpecialField *Row = find_if(Rows, [&](const SpecialField &Each) { return Each.Struct == Struct; });
  return Row == std::end(Rows) ? nullptr : Row;
}

Releases users(const SpecialField &Field, const ProgramSection &Section) {
  Releases There = Releases::from(Field.Since.Major, Field.Since.Minor);
  // An exclusion begins with the field, so that what is left begins where it ends.
  for (const Exclusion &Each : Exclusions)
    if (Each.Struct == Field.Struct && Each.Types.contains(Section.type().Id) &&
        (!Each.IsOfSleepable || Section.sleeps()))
      There = There & Releases{Each.When.Until, Releases::Never};
  return There;
}

} // namespace bpf
