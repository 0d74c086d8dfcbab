// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The kinds of rejections that are explained from the path; of the others Explanations.def knows words. Each looks at
// the verifier's words first, and gives nothing where they are not of its kind.
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_EXPLAINERS_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_EXPLAINERS_H

#include "driver/explain/Evidence.h"

namespace bpf {

using Explainer = std::optional<Explanation> (*)(const Evidence &);

std::optional<Explanation> explainNullPointer(const Evidence &Seen);
std::optional<Explanation> explainPacketBounds(const Evidence &Seen);
std::optional<Explanation> explainMemoryBounds(const Evidence &Seen);
std::optional<Explanation> explainUnboundedLength(const Evidence &Seen);
std::optional<Explanation> explainLostPointer(const Evidence &Seen);
std::optional<Explanation> explainOpenReference(const Evidence &Seen);
std::optional<Explanation> explainOpenRegion(const Evidence &Seen);
std::optional<Explanation> explainReturnValue(const Evidence &Seen);
std::optional<Explanation> explainStackRead(const Evidence &Seen);
std::optional<Explanation> explainArgumentKind(const Evidence &Seen);
std::optional<Explanation> explainObjectState(const Evidence &Seen);
std::optional<Explanation> explainContextAccess(const Evidence &Seen);
std::optional<Explanation> explainComplexity(const Evidence &Seen);
std::optional<Explanation> explainGlobalCall(const Evidence &Seen);

} // namespace bpf

#endif
