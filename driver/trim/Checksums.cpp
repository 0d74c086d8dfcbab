// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A DIFile is immutable, so every node that refers to one gets a new one.
#include "driver/trim/Checksums.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/DebugProgramInstruction.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/MD5.h"

using namespace llvm;

namespace bpf::trim {

namespace {

/// Walks over all metadata of a module.
class FileReplacer {
public:
  FileReplacer(LLVMContext &Context, ArrayRef<ReplacedText> Texts) : Context(Context) {
    for (const ReplacedText &Each : Texts)
      Checksums[md5(Each.Read)] = md5(Each.InFile);
  }

  void add(MDNode *Node) {
    if (Node && Seen.insert(Node).second)
      Waiting.push_back(Node);
  }

  void run() {
    while (!Waiting.empty()) {
      MDNode *Node = Waiting.pop_back_val();
      for (unsigned I = 0; I != Node->getNumOperands(); ++I) {
        auto *File = dyn_cast_or_null<DIFile>(Node->getOperand(I).get());
        if (DIFile *Other = File ? replacementOf(*File) : nullptr)
          Node->replaceOperandWith(I, Other);
        add(dyn_cast_or_null<MDNode>(Node->getOperand(I).get()));
      }
    }
  }

private:
  static std::string md5(StringRef Text) {
    SmallString<32> Checksum;
    toHex(MD5::hash(arrayRefFromStringRef(Text)), /*LowerCase=*/true, Checksum);
    return std::string(Checksum);
  }

  DIFile *replacementOf(const DIFile &File) const {
    std::optional<DIFile::ChecksumInfo<StringRef>> Old = File.getChecksum();
    auto Known = Old && Old->Kind == DIFile::CSK_MD5 ? Checksums.find(Old->Value) : Checksums.end();
    if (Known == Checksums.end())
      return nullptr;
    DIFile::ChecksumInfo<MDString *> New(DIFile::CSK_MD5, MDString::get(Context, Known->second));
    return DIFile::get(Context, File.getRawFilename(), File.getRawDirectory(), New, File.getRawSource());
  }

  LLVMContext &Context;
  StringMap<std::string> Checksums;
  SmallPtrSet<MDNode *, 32> Seen;
  SmallVector<MDNode *, 32> Waiting;
};

} // namespace

static void addAttached(FileReplacer &To, const GlobalObject &Object) {
  SmallVector<std::pair<unsigned, MDNode *>> Attached;
  Object.getAllMetadata(Attached);
  for (auto [Kind, Node] : Attached)
    To.add(Node);
}

static void addInstruction(FileReplacer &To, Instruction &I) {
  To.add(I.getDebugLoc().getAsMDNode());
  for (DbgVariableRecord &Each : filterDbgVars(I.getDbgRecordRange()))
    To.add(Each.getVariable());
  SmallVector<std::pair<unsigned, MDNode *>> Attached;
  I.getAllMetadataOtherThanDebugLoc(Attached);
  for (auto [Kind, Node] : Attached)
    To.add(Node);
}

void restoreChecksums(Module &M, ArrayRef<ReplacedText> Texts) {
  FileReplacer All(M.getContext(), Texts);
  for (NamedMDNode &Each : M.named_metadata())
    for (MDNode *Node : Each.operands())
      All.add(Node);
  for (GlobalObject &Each : M.global_objects())
    addAttached(All, Each);
  for (Function &F : M)
    for (Instruction &I : instructions(F))
      addInstruction(All, I);
  All.run();
}

} // namespace bpf::trim
