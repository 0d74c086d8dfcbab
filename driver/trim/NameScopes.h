// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names of members or parameters in the current declaration, where a second one of the same name is an error. The
// members of an anonymous structure belong to the outer one.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_NAMESCOPES_H
#define BPFTOOLCHAIN_DRIVER_TRIM_NAMESCOPES_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bpf::trim {

/// Names are compared by hash. Two names with one hash count as duplicates, so that their declaration is kept, which is
/// always correct.
class NameScopes {
public:
  /// Forgets all names, for the next declaration.
  void restart();
  void open() { Open.push_back({++Last, Names.size()}); }
  /// Drops the names of the innermost scope.
  void close();
  /// Moves the names to the outer scope. \returns false if one of them is a duplicate there.
  bool closeIntoOuter();
  /// \returns false if the name is a duplicate.
  bool add(uint32_t Hash);

private:
  struct Scope {
    uint32_t Number;
    size_t Begin; ///< of its names
  };
  bool enter(uint32_t Hash, uint32_t Scope);

  struct Entry {
    uint32_t Scope = 0, Hash = 0;
  };
  std::array<Entry, 8192> Entries; ///< open addressing; those of a scope before First are free
  uint32_t First = 1, Last = 0;
  std::vector<Scope> Open;
  std::vector<uint32_t> Names; ///< of the scopes that are open
};

} // namespace bpf::trim

#endif
