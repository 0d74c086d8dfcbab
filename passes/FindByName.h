// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names of checks and of transforms, as options and attributes have them.
#ifndef BPFTOOLCHAIN_PASSES_FINDBYNAME_H
#define BPFTOOLCHAIN_PASSES_FINDBYNAME_H

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace bpf {

/// The Id whose row has that name, with or without bpf- before it; Ids number the rows.
template <typename Id, typename Table> std::optional<Id> findByName(const Table &Rows, llvm::StringRef Name) {
  Name.consume_front("bpf-");
  auto Row = llvm::find_if(Rows, [&](const auto &Each) { return Each.Name == Name; });
  if (Row == std::end(Rows))
    return std::nullopt;
  return Id(Row - std::begin(Rows));
}

} // namespace bpf

#endif
