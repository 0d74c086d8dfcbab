// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How often a loop runs, if a constant bounds it, and what decides otherwise.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_LOOPBOUND_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_LOOPBOUND_H

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace llvm {
class Function;
class Loop;
class LoopInfo;
} // namespace llvm

namespace bpf {

struct LoopBound {
  std::optional<uint64_t> Most; ///< it runs no more often than this
  bool IsExact = false;         ///< and never less often: there is no other exit
  uint64_t Shortest = 0;        ///< instructions of the IR on the shortest path around
  bool IsOpen = false;          ///< the kernel cannot know more: every exit depends on data that is read at run time
  std::string Decider;          ///< the user's name for that: "'count'"; empty where none is known
};

/// The loops of a function, analysed as far as they are asked about.
class LoopBounds {
public:
  explicit LoopBounds(const llvm::Function &F);
  ~LoopBounds();

  const llvm::LoopInfo &loops() const;
  LoopBound of(const llvm::Loop &L);
  /// True where the function cannot be left without coming to the loop. The kernel may know of other branches that they
  /// are never taken.
  bool isOnEveryPath(const llvm::Loop &L) const;

private:
  struct Analyses;
  std::unique_ptr<Analyses> Made;
};

} // namespace bpf

#endif
