// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ContextMembers.def as arrays.
#include "passes/target/ContextMember.h"
#include "passes/target/ProgramType.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace bpf {

using namespace program_types;

// The words of the columns.
static constexpr ProgramTypeSet Nobody;
static constexpr MemberWidth Whole = MemberWidth::Whole;
static constexpr MemberWidth Narrow = MemberWidth::Narrow;
static constexpr MemberWidth Wide = MemberWidth::Wide;
static constexpr MemberWidth Any = MemberWidth::Any;
static constexpr MemberWidth Packet = MemberWidth::Packet;
static constexpr unsigned Reads = unsigned(MemberAccess::Read);
static constexpr unsigned Writes = unsigned(MemberAccess::Write);
static constexpr unsigned Both = Reads | Writes;

namespace {
struct LaterAccess {
  StringRef Context, Name;
  unsigned Accesses;
  ProgramTypeSet Types;
  Releases When;
};
struct SectionsAccess {
  StringRef Context, Name;
  unsigned Accesses;
  StringRef Sections;
};
} // namespace

static constexpr ContextMember Rows[] = {
#define CONTEXT_MEMBER(Context, Name, Offset, Bytes, Count, Width, Readers, Writers, Major, Minor)                     \
  {Context, Name, Offset, Bytes, Count, Width, Readers, Writers, {Major, Minor}},
#include "passes/target/ContextMembers.def"
};

static constexpr LaterAccess Later[] = {
#define CONTEXT_SINCE(Context, Name, Access, Types, Major, Minor)                                                      \
  {Context, Name, Access, Types, Releases::from(Major, Minor)},
#include "passes/target/ContextMembers.def"
};

static constexpr SectionsAccess OfSections[] = {
#define CONTEXT_SECTIONS(Context, Name, Access, Sections) {Context, Name, Access, Sections},
#include "passes/target/ContextMembers.def"
};

ArrayRef<ContextMember> contextMembers() { return Rows; }

const ContextMember *findContextMember(StringRef Context, uint64_t Offset) {
  const ContextMember *Row = find_if(Rows, [&](const ContextMember &Each) {
    return Each.Context == Context && Offset >= Each.Offset && Offset < Each.Offset + uint64_t(Each.Bytes) * Each.Count;
  });
  return Row == std::end(Rows) ? nullptr : Row;
}

bool isKnownContext(StringRef Context) {
  return any_of(Rows, [&](const ContextMember &Each) { return Each.Context == Context; });
}

bool ContextMember::acceptsWidth(uint64_t At, uint64_t Size, MemberAccess Access) const {
  uint64_t End = Offset + uint64_t(Bytes) * Count;
  if (Size == 0 || At % Size || At < Offset || At + Size > End)
    return false;
  if (Size == Bytes && (At - Offset) % Bytes == 0)
    return true;
  switch (Width) {
  case MemberWidth::Any:
    return true;
  case MemberWidth::Wide:
    return Size == uint64_t(2) * Bytes || (Size < Bytes && Access == MemberAccess::Read);
  case MemberWidth::Narrow:
    return Size < Bytes && Access == MemberAccess::Read;
  default:
    return false;
  }
}

Releases accessors(const ContextMember &Member, const ProgramSection &Section, MemberAccess Access) {
  const ProgramType &Type = Section.type();
  auto IsOf = [&](const auto &Each) {
    return Each.Context == Member.Context && Each.Name == Member.Name && (Each.Accesses & unsigned(Access));
  };
  if (!(Access == MemberAccess::Read ? Member.Readers : Member.Writers).contains(Type.Id))
    return Releases::none();
  const SectionsAccess *Some = find_if(OfSections, IsOf);
  if (Some != std::end(OfSections) && !isAmong(Section, Some->Sections))
    return Releases::none();
  Releases There = Releases::from(Member.Since.Major, Member.Since.Minor);
  for (const LaterAccess &Each : Later)
    if (IsOf(Each) && Each.Types.contains(Type.Id))
      There = There & Each.When;
  return There & Releases::from(Type.Since.Major, Type.Since.Minor);
}

} // namespace bpf
