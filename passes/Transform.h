// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a transform is: a function that rewrites the IR of a function, after optimization, so that the verifier can
// follow what the source says, or its instructions, so that there are fewer. The program means the same before and
// after. Each can be switched off, and each place that is repaired can be reported.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <bitset>
#include <optional>
#include <vector>

namespace bpf {

enum class Transform {
#define TRANSFORM(Id, Name, Stage, Summary) Id,
#include "passes/Transforms.def"
};

/// Where a transform works, see Transforms.def.
enum class TransformStage { FrontEnd, IR, Selected, Final };

/// The rows of Transforms.def.
struct TransformRow {
  Transform Id;
  llvm::StringRef Name;
  llvm::StringRef Summary;
  llvm::StringRef Page; ///< <Id>.md, what --explain prints
};
llvm::ArrayRef<TransformRow> transforms();
llvm::StringRef name(Transform T);
/// The name that means all of them in an option.
inline constexpr llvm::StringLiteral AllTransforms = "transforms";
/// The names of all transforms, and AllTransforms.
std::vector<llvm::StringRef> transformNames();
/// The transform of that name, with or without bpf- before it.
std::optional<Transform> findTransform(llvm::StringRef Name);

/// Which transforms are on: all, by default.
class TransformSet {
public:
  static TransformSet none() {
    TransformSet Empty;
    Empty.setAll(false);
    return Empty;
  }
  void set(Transform T, bool IsOn) { Off[unsigned(T)] = !IsOn; }
  void setAll(bool IsOn) { IsOn ? Off.reset() : Off.set(); }
  bool has(Transform T) const { return !Off[unsigned(T)]; }

private:
  std::bitset<64> Off;
};

} // namespace bpf

#endif
