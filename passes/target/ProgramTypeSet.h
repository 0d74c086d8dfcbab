// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sets of types of programs, as the tables of this folder write them: the ids of ProgramTypes.def and its groups, with
// | between.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_PROGRAMTYPESET_H
#define BPFTOOLCHAIN_PASSES_TARGET_PROGRAMTYPESET_H

#include <cstdint>

namespace bpf {

enum class ProgramTypeId : uint8_t {
#define PROGRAM_TYPE(Id, Name, Major, Minor, Context, HasOwnStack, License) Id,
#include "passes/target/ProgramTypes.def"
};

class ProgramTypeSet {
public:
  constexpr ProgramTypeSet() = default;
  constexpr ProgramTypeSet(ProgramTypeId Only) : Bits(uint64_t(1) << unsigned(Only)) {}

  constexpr bool contains(ProgramTypeId Type) const { return Bits & ProgramTypeSet(Type).Bits; }
  constexpr bool isEmpty() const { return !Bits; }
  constexpr ProgramTypeSet operator|(ProgramTypeSet Other) const { return ProgramTypeSet(Bits | Other.Bits); }
  /// Those that are not in the other.
  constexpr ProgramTypeSet without(ProgramTypeSet Other) const { return ProgramTypeSet(Bits & ~Other.Bits); }

private:
  constexpr explicit ProgramTypeSet(uint64_t Bits) : Bits(Bits) {}
  uint64_t Bits = 0;
};

/// The words of the tables: an id for each type, the groups, and sets less some of their types. For the files that hold
/// a table.
namespace program_types {
#define PROGRAM_TYPE(Id, Name, Major, Minor, Context, HasOwnStack, License)                                            \
  inline constexpr ProgramTypeSet Id(ProgramTypeId::Id);
#include "passes/target/ProgramTypes.def"
#define PROGRAM_GROUP(Id, Types) inline constexpr ProgramTypeSet Id = Types;
#include "passes/target/ProgramTypes.def"
constexpr ProgramTypeSet except(ProgramTypeSet All, ProgramTypeSet Some) { return All.without(Some); }
} // namespace program_types

} // namespace bpf

#endif
