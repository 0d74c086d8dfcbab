// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM makes a new name unique by itself. Assembly is text, in which the old name would be that of the section.
#include "passes/transform/Namesakes.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

static StringSet<> sectionsOf(const Module &M) {
  StringSet<> Sections;
  for (const GlobalObject &Object : M.global_objects())
    if (Object.hasSection())
      Sections.insert(Object.getSection());
  return Sections;
}

static bool isOfName(char C) { return isAlnum(C) || C == '_' || C == '.' || C == '$'; }

/// What begins the text and stays together: a name, a string with its quotes, an operand (${0:w}), or a character.
static StringRef firstToken(StringRef Text) {
  if (Text.starts_with("${"))
    return Text.take_until([](char C) { return C == '}'; });
  if (isOfName(Text.front()))
    return Text.take_while(isOfName);
  if (Text.front() != '"')
    return Text.take_front();
  size_t End = 1;
  while (End < Text.size() && Text[End] != '"')
    End += Text[End] == '\\' ? 2 : 1;
  return Text.take_front(End + 1);
}

/// Assembly with the names of functions changed where a symbol stands: in `call f`, `goto f`, `r1 = f ll` and
/// directives, of which those that choose a section name it.
static std::string renamed(StringRef Text, const StringMap<std::string> &Names) {
  std::string Result;
  StringRef First, Last; // of the statement so far
  while (!Text.empty()) {
    StringRef Token = firstToken(Text);
    Text = Text.drop_front(Token.size());
    bool InDirective = First.starts_with(".") && First != ".section" && First != ".pushsection";
    bool IsAddress = Text.ltrim(" \t").take_while(isOfName) == "ll";
    auto New = InDirective || Last == "call" || Last == "goto" || IsAddress ? Names.find(Token) : Names.end();
    Result += New == Names.end() ? Token : StringRef(New->second);
    if (Token == "\n" || Token == ";" || Token == ":") {
      First = Last = "";
    } else if (!isSpace(Token.front())) {
      First = First.empty() ? Token : First;
      Last = Token;
    }
  }
  return Result;
}

static void renameInAssembly(Module &M, const StringMap<std::string> &Names) {
  M.setModuleInlineAsm(renamed(M.getModuleInlineAsm(), Names));
  for (Function &F : M)
    for (Instruction &I : instructions(F)) {
      auto *Call = dyn_cast<CallBase>(&I);
      const auto *Assembly = Call ? dyn_cast<InlineAsm>(Call->getCalledOperand()) : nullptr;
      if (Assembly)
        Call->setCalledOperand(InlineAsm::get(Assembly->getFunctionType(), renamed(Assembly->getAsmString(), Names),
                                              Assembly->getConstraintString(), Assembly->hasSideEffects(),
                                              Assembly->isAlignStack(), Assembly->getDialect(), Assembly->canThrow()));
    }
}

std::map<std::string, std::string> renameNamesakes(Module &M) {
  std::map<std::string, std::string> ToRestore;
  StringMap<std::string> Names;
  StringSet<> Sections = sectionsOf(M);
  for (Function &F : M) {
    std::string Name = F.getName().str();
    if (F.isDeclaration() || !Sections.contains(Name))
      continue;
    F.setName("_" + Name);
    ToRestore[F.getName().str()] = Name;
    Names[Name] = F.getName().str();
  }
  if (!Names.empty())
    renameInAssembly(M, Names);
  for (GlobalVariable &Variable : M.globals())
    if (Variable.getSection() == "license" && Sections.contains(Variable.getName()))
      Variable.setName("_" + Variable.getName());
  return ToRestore;
}

} // namespace bpf
