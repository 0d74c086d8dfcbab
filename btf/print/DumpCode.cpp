// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The records of .BTF.ext: a line for each, section by section.
#include "btf/BTF.h"
#include <algorithm>

namespace bpf::btf {

std::string_view coreRelocationWord(uint32_t What) {
  static constexpr std::string_view Words[] = {
#define CORE_RELOCATION(Number, Word) Word,
#include "btf/CoreRelocations.def"
  };
  return What < std::size(Words) ? Words[What] : "(unknown)";
}

/// Source lines come with their indentation.
static std::string_view trimmed(std::string_view Line) {
  return Line.substr(std::min(Line.find_first_not_of(" \t"), Line.size()));
}

template <typename Record, typename Function>
static void records(const TypeGraph &Types, const std::vector<OfSection<Record>> &Sections, std::string_view Kind,
                    TextOutput &Out, Function Write) {
  for (const OfSection<Record> &Section : Sections) {
    Out << Kind << " '" << Types.text(Section.Section) << "' vlen=" << Section.Records.size() << '\n';
    for (const Record &Each : Section.Records) {
      Out << "\tinsn_off=" << Each.Instruction << ' ';
      Write(Each);
      Out << '\n';
    }
  }
}

void dumpCode(const TypeGraph &Types, const Extension &Code, TextOutput &Out) {
  records(Types, Code.Functions, "FUNC_INFO", Out, [&](const FunctionInfo &R) {
    Out << "type_id=" << R.Function << " (" << word(Types[R.Function].What) << " '" << Types.name(R.Function) << "')";
  });
  records(Types, Code.Lines, "LINE_INFO", Out, [&](const LineInfo &R) {
    Out << Types.text(R.File) << ':' << R.Line << ':' << R.Column << ": " << trimmed(Types.text(R.Text));
  });
  records(Types, Code.Relocations, "CORE_RELO", Out, [&](const CoreRelocation &R) {
    Out << "type_id=" << R.Of << " (" << word(Types[R.Of].What) << " '" << Types.name(R.Of) << "') access='"
        << Types.text(R.Access) << "' kind=" << coreRelocationWord(R.What);
  });
}

} // namespace bpf::btf
