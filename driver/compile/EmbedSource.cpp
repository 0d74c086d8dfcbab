// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A DIFile cannot be changed, so the scopes that name it are given another.
#include "driver/compile/EmbedSource.h"
#include "passes/analysis/Location.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

namespace {

class Embedder {
public:
  Embedder(LLVMContext &Context, const SourceIndex &Index) : Context(Context), Index(Index) {}

  void embed(DIScope *Scope) {
    DIFile *File = Scope->getFile();
    if (!File || File->getRawSource())
      return;
    auto [It, IsNew] = Replacements.try_emplace(File, nullptr);
    if (IsNew)
      It->second = withText(*File);
    // The file is the first operand of every scope (DIScope::getRawFile).
    if (It->second)
      Scope->replaceOperandWith(0, It->second);
  }

  /// The scopes from the innermost outwards, through the calls that were inlined.
  void embed(const DILocation *Location) {
    for (; Location; Location = Location->getInlinedAt())
      for (DIScope *Scope = Location->getScope(); Scope && Seen.insert(Scope).second;) {
        embed(Scope);
        auto *Local = dyn_cast<DILexicalBlockBase>(Scope);
        Scope = Local ? Local->getScope() : nullptr;
      }
  }

private:
  DIFile *withText(const DIFile &File) {
    std::optional<StringRef> Text = Index.textOf(fileOf(File));
    if (!Text)
      return nullptr;
    return DIFile::get(Context, File.getRawFilename(), File.getRawDirectory(), File.getRawChecksum(),
                       MDString::get(Context, *Text));
  }

  LLVMContext &Context;
  const SourceIndex &Index;
  DenseMap<DIFile *, DIFile *> Replacements;
  SmallPtrSet<DIScope *, 16> Seen;
};

} // namespace

void embedSources(Module &M, const SourceIndex &Index) {
  Embedder Each(M.getContext(), Index);
  for (DICompileUnit *Unit : M.debug_compile_units())
    Each.embed(Unit);
  for (Function &F : M) {
    if (DISubprogram *Subprogram = F.getSubprogram(); Subprogram && !F.isDeclaration())
      Each.embed(Subprogram);
    for (const Instruction &I : instructions(F))
      Each.embed(I.getDebugLoc().get());
  }
}

} // namespace bpf
