// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang has one mapping of warnings that are suppressed in some files: a user's own follows ours, and its sections
// count.
#include "driver/compile/TaggedMembers.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/DiagnosticSema.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

/// As bpftool and bpfbtf name it, and as projects name those of several machines and kernels.
static constexpr StringLiteral Suppressed = "[microsoft-anon-tag]\nsrc:*vmlinux*.h\n";

void acceptTaggedMembersOfKernel(DiagnosticsEngine &Diagnostics) {
  std::string Mapping = Suppressed.str();
  StringRef Given = Diagnostics.getDiagnosticOptions().DiagnosticSuppressionMappingsFile;
  if (!Given.empty()) {
    ErrorOr<std::unique_ptr<MemoryBuffer>> File = MemoryBuffer::getFile(Given);
    if (!File)
      return; // clang has said so
    Mapping += (*File)->getBuffer();
  }
  Diagnostics.setDiagSuppressionMapping(*MemoryBuffer::getMemBuffer(Mapping));
}

void noteTaggedMember(DiagnosticsEngine &Diagnostics, DiagnosticsEngine::Level Level, const clang::Diagnostic &Shown) {
  if (Shown.getID() != clang::diag::ext_ms_anonymous_record || Level < DiagnosticsEngine::Warning)
    return;
  Diagnostics.Report(Shown.getLocation(),
                     Diagnostics.getCustomDiagID(DiagnosticsEngine::Note,
                                                 "user space that shares this struct needs -fms-extensions too, or "
                                                 "its struct lacks the member"));
}

} // namespace bpf
