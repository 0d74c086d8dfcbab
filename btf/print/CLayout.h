// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a C compiler puts members: BTF has offsets but no attributes, and the printed C must reproduce them.
#ifndef BPFTOOLCHAIN_BTF_PRINT_CLAYOUT_H
#define BPFTOOLCHAIN_BTF_PRINT_CLAYOUT_H

#include "btf/BTF.h"

namespace bpf::btf {

/// A member of a structure, as C sees it.
struct PlacedMember {
  const Member *Of;
  TypeId Type;
  uint64_t Offset; ///< in bits
  uint64_t Bits;
  bool IsBitField;
  uint64_t end() const { return Offset + Bits; }
};

class CLayout {
public:
  explicit CLayout(const TypeGraph &Types) : Types(Types), Known(Types.end()) {}

  /// In bytes; 0 for what has none.
  uint64_t size(TypeId Id) const;
  /// In bytes, of the type as it is written here: 1 for a packed structure. It may be less than the source's was, which
  /// `aligned` raised: then what lies around it is padded.
  unsigned alignment(TypeId Id);
  /// Whether only a packed structure has these offsets and this size.
  bool isPacked(TypeId Composite);
  /// Of a structure in the order of offsets, of a union in its own.
  std::vector<PlacedMember> members(TypeId Composite) const;
  /// The bit at which the compiler puts the member, where those before it end at End.
  uint64_t place(uint64_t End, const PlacedMember &Next, bool IsPacked);

private:
  struct Examined {
    uint16_t Alignment = 0; ///< 0: not yet
    bool IsPacked = false;
  };
  Examined examine(TypeId Composite);

  const TypeGraph &Types;
  std::vector<Examined> Known;
};

/// A compiler's own type, which no header defines.
bool isVaList(const TypeGraph &Types, TypeId Typedef);
/// The type that a member of type va_list is written with: the compiler's own is of another size on BPF.
TypeId withoutVaList(const TypeGraph &Types, TypeId Id);

inline uint64_t roundUp(uint64_t Value, uint64_t To) { return (Value + To - 1) / To * To; }

} // namespace bpf::btf

#endif
