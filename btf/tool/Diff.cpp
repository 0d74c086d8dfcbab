// bpfbtf diff: what became of the types, a line each; what changed in one stands under it.
#include "btf/tool/Command.h"
#include <unistd.h>

namespace bpf::btf {

namespace {

class DiffText {
public:
  DiffText(TextOutput &Out, bool InColour) : Out(Out), InColour(InColour) {}

  void print(const Difference &Each, std::string_view Indent = "") {
    static constexpr std::string_view Signs[] = {"- ", "+ ", "~ "};
    static constexpr std::string_view Colours[] = {"\033[31m", "\033[32m", "\033[33m"};
    Out << (InColour ? Colours[Each.What] : "") << Indent << Signs[Each.What] << Each.Text
        << (InColour ? "\033[0m" : "") << '\n';
    for (const Difference &Part : Each.Parts)
      print(Part, "    ");
  }

private:
  TextOutput &Out;
  const bool InColour;
};

} // namespace

Exit runDiff(const Words &Given) {
  if (Given.Others.size() != 2)
    return fail("diff takes two files; see bpfbtf diff --help");
  std::optional<Loaded> A = loadOnBase(Given.Others[0], Given);
  std::optional<Loaded> B = A ? loadOnBase(Given.Others[1], Given) : std::nullopt;
  // 1 is for files that differ.
  if (!A || !B)
    return NotPossible;
  std::vector<Difference> Found = compare(A->File.Types, B->File.Types);
  StandardOutput Out;
  DiffText Text(Out.text(), isatty(STDOUT_FILENO) && !getenv("NO_COLOR"));
  for (const Difference &Each : Found)
    Text.print(Each);
  Exit Written = Out.finish();
  return Written == Good && !Found.empty() ? Wrong : Written;
}

} // namespace bpf::btf
