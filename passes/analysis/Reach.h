// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which code the kernel looks at, and which it may skip. A Finding where it never looks would be a false alarm:
// functions that no program calls are not loaded, and code that depends on a value fixed at load time is not
// verified if that value excludes it. `if (config) unknown_helper();` loads.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_REACH_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_REACH_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace llvm {
class BasicBlock;
class Function;
class GlobalVariable;
class Instruction;
class Module;
class Value;
} // namespace llvm

namespace bpf {

enum class Reached {
  Never,  ///< no program calls it
  Maybe,  ///< behind a value that is known when the program is loaded: .rodata, .kconfig, a weak symbol, a relocation
  Surely, ///< nothing but the program's own data is before it
};

/// True for a function that a loader passes to the kernel on its own: it has its own section. libbpf treats .text as
/// subprograms as soon as there is another program (bpf_object__is_subprog); alone it is a program too.
bool isProgram(const llvm::Function &F);

/// True for a function that the kernel verifies at each of its calls. libbpf makes hidden functions static:
/// mark_btf_static().
bool isVerifiedAtCalls(const llvm::Function &F);

/// True for constants of which the loader knows the value before the kernel looks: its own .rodata, the kernel's
/// configuration, and the variables that represent CO-RE relocations.
bool isKnownAtLoad(const llvm::GlobalVariable &Variable);

/// True where a condition is computed from such a constant, or from whether a weak symbol is there.
bool isDecidedAtLoad(const llvm::Value &Condition);

/// Made once for a module; it must not change meanwhile.
class Reach {
public:
  explicit Reach(const llvm::Module &M);

  Reached of(const llvm::Function &F) const;
  Reached of(const llvm::Instruction &I) const;

private:
  using Blocks = llvm::SmallPtrSet<const llvm::BasicBlock *, 16>;
  void visit(const llvm::Function &F);

  llvm::DenseMap<const llvm::Function *, Reached> Functions;
  llvm::DenseMap<const llvm::Function *, Blocks> Sure; ///< blocks that are looked at whenever their function is
};

} // namespace bpf

#endif
