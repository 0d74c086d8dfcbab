// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A little of C's grammar is enough: a name that may be several things counts as all of them.
#include "driver/trim/ProgramNames.h"

using namespace clang;

namespace bpf::trim {

void ProgramNames::add(const Token &Each) {
  if (const IdentifierInfo *Name = Each.is(tok::identifier) ? Each.getIdentifierInfo() : nullptr)
    All[Name] |= usesOf(Each);
  follow(Each);
  Before = Each.getKind();
}

uint8_t ProgramNames::usesOf(const Token &Each) const {
  if (Before == tok::period || Before == tok::arrow)
    return UsedAsMember;
  if (OffsetDepth)
    return UsedAsName | UsedAsTag | UsedAsMember;
  if (!AwaitsTag)
    return UsedAsName;
  // Between struct and its tag there may be attributes.
  bool IsRightBehind = Before == tok::kw_struct || Before == tok::kw_union || Before == tok::kw_enum;
  return IsRightBehind ? UsedAsTag : UsedAsName | UsedAsTag;
}

void ProgramNames::follow(const Token &Each) {
  switch (Each.getKind()) {
  case tok::kw_struct:
  case tok::kw_union:
  case tok::kw_enum:
    AwaitsTag = true;
    TagDepth = 0;
    break;
  case tok::identifier:
  case tok::l_brace:
  case tok::semi:
    AwaitsTag &= TagDepth != 0;
    break;
  case tok::l_paren:
  case tok::l_square:
    ++TagDepth;
    OffsetDepth += OffsetDepth || Before == tok::kw___builtin_offsetof;
    break;
  case tok::r_paren:
  case tok::r_square:
    TagDepth -= TagDepth != 0;
    OffsetDepth -= OffsetDepth != 0;
    break;
  default:
    break;
  }
}

} // namespace bpf::trim
