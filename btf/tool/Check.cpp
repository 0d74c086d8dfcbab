// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfbtf check: whether the kernel would accept the types.
#include "btf/tool/Command.h"

namespace bpf::btf {

static void print(const TypeGraph &Types, const Finding &Each, TextOutput &Out) {
  if (Each.Of) {
    Out << '[' << Each.Of << "] " << word(Types[Each.Of].What);
    if (Types[Each.Of].Name)
      Out << " '" << Types.name(Each.Of) << '\'';
    Out << ": ";
  }
  Out << Each.Message << " [" << Each.Rule << "]\n";
}

/// The kernel's log has all types up to the one that it minds; its words are in the last lines.
static std::string_view lastLines(std::string_view Log) {
  constexpr unsigned Lines = 4;
  size_t At = Log.size() - Log.ends_with('\n');
  for (unsigned Line = 0; Line < Lines && At; ++Line) {
    size_t Before = Log.rfind('\n', At - 1);
    At = Before == std::string_view::npos ? 0 : Before;
  }
  return At ? Log.substr(At + 1) : Log;
}

static Exit askKernel(const TypeGraph &Types, TextOutput &Out) {
  Result<KernelVerdict> Verdict = loadIntoKernel(Types);
  if (!Verdict)
    return fail(Verdict.error().Message, NotPossible);
  if (Verdict->IsAccepted) {
    Out << "the kernel accepts it\n";
    return Good;
  }
  Out << "the kernel rejects it: " << Verdict->Why << '\n' << lastLines(Verdict->Log);
  return Wrong;
}

Exit runCheck(const Words &Given) {
  if (Given.Others.size() != 1)
    return fail("check needs exactly one file; see bpfbtf check --help");
  std::optional<Loaded> Input = loadOnBase(Given.Others[0], Given);
  if (!Input)
    return Wrong;
  const TypeGraph &Types = Input->File.Types;
  StandardOutput Out;
  std::vector<Finding> Found = check(Types);
  for (const Finding &Each : Found)
    print(Types, Each, Out.text());
  Exit Kernel = Given.has("load") ? askKernel(Types, Out.text()) : Good;
  Exit Written = Out.finish();
  Exit Worst = std::max(Kernel, Written);
  return Worst == Good && !Found.empty() ? Wrong : Worst;
}

} // namespace bpf::btf
