// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One screen for people, or JSON: {"version": 1, "works": ..., "facts": [{"topic", "name", "value", "state",
// "remedy"}]}.
#include "driver/doctor/Doctor.h"
#include "driver/doctor/KernelFacts.h"
#include "driver/doctor/ToolFacts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace bpf {

static StringRef word(Health State) {
  static constexpr StringLiteral Words[] = {"good", "missing", "needed", "unknown"};
  return Words[unsigned(State)];
}

static void showText(raw_ostream &Out, const Facts &Found) {
  static constexpr StringLiteral Marks[] = {"  ", "- ", "! ", "? "};
  static constexpr raw_ostream::Colors Colors[] = {raw_ostream::GREEN, raw_ostream::YELLOW, raw_ostream::RED,
                                                   raw_ostream::CYAN};
  StringRef Topic;
  for (const Fact &Each : Found) {
    if (Topic != Each.Topic)
      Out << Each.Topic << '\n';
    Topic = Each.Topic;
    WithColor(Out, Colors[unsigned(Each.State)]) << Marks[unsigned(Each.State)];
    Out << formatv("{0,-26} {1}", Each.Name, Each.Value) << '\n';
    if (!Each.Remedy.empty())
      Out << formatv("    {0}", Each.Remedy) << '\n';
  }
}

static void showJson(raw_ostream &Out, const Facts &Found, bool Works) {
  json::OStream Json(Out, 2);
  Json.object([&] {
    Json.attribute("version", 1);
    Json.attribute("works", Works);
    Json.attributeArray("facts", [&] {
      for (const Fact &Each : Found)
        Json.object([&] {
          Json.attribute("topic", Each.Topic);
          Json.attribute("name", Each.Name);
          Json.attribute("value", Each.Value);
          Json.attribute("state", word(Each.State));
          if (!Each.Remedy.empty())
            Json.attribute("remedy", Each.Remedy);
        });
    });
  });
  Out << '\n';
}

Outcome showDoctor(raw_ostream &Out, DoctorFormat Format, const Target &T, const Installation &Installed) {
  Facts Found = kernelFacts();
  append_range(Found, toolFacts(T, Installed));
  bool Works = none_of(Found, [](const Fact &Each) { return Each.State == Health::Needed; });
  if (Format == DoctorFormat::Json)
    showJson(Out, Found, Works);
  else
    showText(Out, Found);
  return Works ? Outcome::Good : Outcome::NotDone;
}

} // namespace bpf
