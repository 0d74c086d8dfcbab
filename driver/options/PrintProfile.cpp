// --print-profile, for people and for programs.
#include "driver/options/Profile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <bpf/libbpf.h>

using namespace llvm;

namespace bpf {

static std::string loaderText(const Target &For) {
  std::string Text = name(For.loader()).str();
  return For.loaderVersion() ? Text + ":" + For.loaderVersion()->text() : Text;
}

static StringRef alu32Reason(const Target &For) {
  return For.hasAlu32() ? "32-bit sub-registers are part of v3 and later"
                        : "without v3's 32-bit jumps LLVM compares 32-bit values with sign-extended 64-bit constants";
}

static StringRef inlineText(const Options &User, const Target &For) {
  return InliningWords[unsigned(User.inlining(For))];
}

static std::string inlineReason(const Options &User, const Target &For) {
  if (!For.has(Feature::FunctionCalls))
    return For.whatTakesNoCalls() + " does not support calls between functions";
  switch (User.Inline) {
  case Inlining::Bounded:
    return formatv("LLVM's choice, and as many other static functions as add {0} %", InlineGrowth);
  case Inlining::Always:
    return "static functions that are not noinline";
  case Inlining::Auto:
    return "LLVM's choice";
  }
  return "";
}

void printProfile(raw_ostream &Out, const Options &User, const Target &For, const Profile &Arguments) {
  auto Row = [&Out](StringRef Name, const Twine &Value, const Twine &Why) {
    Out << formatv("  {0,-14}{1,-10} {2}", Name, Value.str(), Why.str()) << '\n';
  };
  Out << "target\n";
  Row("cpu", name(For.cpu()), For.cpuReason());
  Row("alu32", For.hasAlu32() ? "yes" : "no", alu32Reason(For));
  Row("kernel", For.kernel().text(), For.kernelIsNamed() ? "named by --kernel" : "running");
  Row("loader", loaderText(For), "");
  Row("capabilities", For.capabilitiesText(), "");
  Row("architecture", For.architecture().Machine, "");
  Out << "transforms\n";
  Row("inline", inlineText(User, For), inlineReason(User, For));
  Out << "arguments\n";
  for (const ProfileArgument &Each : Arguments)
    Out << "  " << join(Each.Words, " ") << "\n      " << Each.Reason << '\n';
  if (!User.Dropped.empty())
    Out << "dropped\n";
  for (const DroppedOption &Each : User.Dropped)
    Out << "  " << Each.Word << "\n      " << Each.Why << '\n';
}

void printProfileAsJson(raw_ostream &Out, const Options &User, const Target &For, const Profile &Arguments) {
  json::OStream Json(Out, 2);
  Json.object([&] {
    Json.attributeObject("target", [&] {
      Json.attribute("cpu", name(For.cpu()));
      Json.attribute("cpuReason", For.cpuReason());
      Json.attribute("cpuSince", For.cpuSince().text());
      Json.attribute("alu32", For.hasAlu32());
      Json.attribute("alu32Reason", alu32Reason(For));
      Json.attribute("kernel", For.kernel().text());
      Json.attribute("kernelIsNamed", For.kernelIsNamed());
      Json.attribute("loader", loaderText(For));
      Json.attribute("capabilities", For.capabilitiesText());
      Json.attribute("architecture", For.architecture().Machine);
      Json.attribute("targetArchitecture", For.architecture().Macro);
      Json.attribute("byteOrder", For.order() == ByteOrder::Big ? "big" : "little");
    });
    Json.attribute("inline", inlineText(User, For));
    Json.attribute("inlineReason", inlineReason(User, For));
    Json.attribute("linker", std::string("libbpf ") + libbpf_version_string());
    Json.attributeArray("arguments", [&] {
      for (const ProfileArgument &Each : Arguments)
        Json.object([&] {
          Json.attribute("words", json::Array(Each.Words));
          Json.attribute("reason", Each.Reason);
        });
    });
    Json.attributeArray("dropped", [&] {
      for (const DroppedOption &Each : User.Dropped)
        Json.object([&] {
          Json.attribute("word", Each.Word);
          Json.attribute("reason", Each.Why);
        });
    });
  });
  Out << '\n';
}

} // namespace bpf
