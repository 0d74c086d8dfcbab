// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfbtf merge: the types of several files in one.
#include "btf/tool/Command.h"
#include "btf/tool/WriteFile.h"

namespace bpf::btf {

/// A module's types are split BTF; an object's are not, which distinguishes them.
static Result<TypeFile> loadInput(const std::string &Path, const std::shared_ptr<const TypeGraph> &Base) {
  Result<Bytes> Content = readBytes(Path);
  if (!Content)
    return Content.error();
  Result<TypeFile> File = decodeFile(*Content);
  if (!File && Base)
    if (Result<TypeFile> Split = decodeFile(*Content, Base))
      File = std::move(Split);
  // What a compiler left to the loader is needed here: where the variables lie.
  if (File && File->IsElf)
    if (Result<Done> Finished = finish(File->Types, *Content); !Finished)
      return Finished.error();
  return File;
}

Exit runMerge(const Words &Given) {
  std::string Out = Given.value("output");
  if (Out.empty())
    return fail("merge needs an output file: -o OUT");
  if (Given.Others.empty())
    return fail("no input file; see bpfbtf merge --help");
  std::shared_ptr<const TypeGraph> Base;
  if (Given.has("base")) {
    std::optional<Loaded> Found = load(Given.value("base"));
    if (!Found)
      return Wrong;
    Base = std::make_shared<const TypeGraph>(std::move(Found->File.Types));
  }
  std::vector<TypeFile> Files;
  Files.reserve(Given.Others.size());
  std::vector<MergeInput> Inputs;
  for (const std::string &Path : Given.Others) {
    Result<TypeFile> File = loadInput(Path, Base);
    if (!File)
      return fail(makeError("'", Path, "': ", File.error().Message).Message);
    Inputs.push_back({&Files.emplace_back(std::move(*File)).Types, Path});
  }
  Result<TypeGraph> Merged = merge(Inputs, Base);
  if (!Merged)
    return fail(Merged.error().Message);
  if (Result<Done> Written = writeFile(Out, encode(*Merged)); !Written)
    return fail(makeError("'", Out, "': ", Written.error().Message).Message, NotPossible);
  return Good;
}

} // namespace bpf::btf
