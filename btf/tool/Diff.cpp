// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfbtf diff: the differences of types, a line each, followed by the changes in it.
#include "btf/tool/Command.h"
#include "btf/tool/MappedFile.h"
#include "btf/tool/Pahole.h"
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

static Exit show(const std::vector<Difference> &Found) {
  StandardOutput Out;
  DiffText Text(Out.text(), isatty(STDOUT_FILENO) && !getenv("NO_COLOR"));
  for (const Difference &Each : Found)
    Text.print(Each);
  Exit Written = Out.finish();
  return Written == Good && !Found.empty() ? Wrong : Written;
}

/// From what pahole makes of a file's DWARF to what encode does, where both are asked for the same.
static Exit comparePahole(const Words &Given) {
  if (Given.Others.size() != 1 || Given.has("base"))
    return fail("diff --pahole needs exactly one file, and no base; see bpfbtf diff --help", NotPossible);
  const std::string &Path = Given.Others[0];
  Result<TypeGraph> Theirs = typesByPahole(Path);
  if (!Theirs)
    return fail(makeError("'", Path, "': ", Theirs.error().Message).Message, NotPossible);
  Result<MappedFile> File = MappedFile::open(Path);
  DwarfOptions Options = {.Features = *parseFeatures("encode_force,var,float,enum64,decl_tag,type_tag"),
                          .ExcludesRust = true};
  Result<TypeGraph> Ours = File ? decodeDwarf(File->bytes(), Options) : File.error();
  if (!Ours)
    return fail(makeError("'", Path, "': ", Ours.error().Message).Message, NotPossible);
  return show(compare(*Theirs, *Ours));
}

Exit runDiff(const Words &Given) {
  if (Given.has("pahole"))
    return comparePahole(Given);
  if (Given.Others.size() != 2)
    return fail("diff needs two files; see bpfbtf diff --help");
  std::optional<Loaded> A = loadOnBase(Given.Others[0], Given);
  std::optional<Loaded> B = A ? loadOnBase(Given.Others[1], Given) : std::nullopt;
  // 1 is for files that differ.
  if (!A || !B)
    return NotPossible;
  return show(compare(A->File.Types, B->File.Types));
}

} // namespace bpf::btf
