// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// --print-profile, for people and for programs.
#include "driver/options/Profile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <bpf/libbpf.h>

using namespace llvm;

namespace bpf {

static std::string loaderText(const Target &T) {
  std::string Text = name(T.loader()).str();
  return T.loaderVersion() ? Text + ":" + T.loaderVersion()->text() : Text;
}

static StringRef alu32Reason(const Target &T) {
  return T.hasAlu32() ? "32-bit sub-registers are part of v3 and later"
                      : "without v3's 32-bit jumps LLVM compares 32-bit values with sign-extended 64-bit constants";
}

static StringRef inlineText(const Options &Opts, const Target &T) { return InliningWords[unsigned(Opts.inlining(T))]; }

static std::string inlineReason(const Options &Opts, const Target &T) {
  if (!T.has(Feature::FunctionCalls))
    return T.componentWithoutCalls() + " does not support calls between functions";
  switch (Opts.Inline) {
  case Inlining::Bounded:
    return formatv("LLVM's choice, and as many other static functions as add {0} %", InlineGrowth);
  case Inlining::Always:
    return "static functions that are not noinline";
  case Inlining::Auto:
    return "LLVM's choice";
  }
  return "";
}

static StringRef originText(const HeaderSet &Set) { return Set.IsBundled ? "bundled" : "host"; }

void printProfile(raw_ostream &Out, const Options &Opts, const Target &T, const HeaderSets &Headers,
                  const Profile &Arguments) {
  auto Row = [&Out](StringRef Name, const Twine &Value, const Twine &Why) {
    Out << formatv("  {0,-14}{1,-10} {2}", Name, Value.str(), Why.str()) << '\n';
  };
  Out << "target\n";
  Row("cpu", name(T.cpu()), T.cpuReason());
  Row("alu32", T.hasAlu32() ? "yes" : "no", alu32Reason(T));
  Row("kernel", T.kernel().text(), T.kernelIsNamed() ? "named by --kernel" : "running");
  Row("loader", loaderText(T), "");
  Row("capabilities", T.capabilitiesText(), "");
  Row("architecture", T.architecture().Machine, "");
  Row("<linux/*.h>", originText(Headers.Kernel), Headers.Kernel.Reason);
  Row("<bpf/*.h>", originText(Headers.Libbpf), Headers.Libbpf.Reason);
  Out << "transforms\n";
  Row("inline", inlineText(Opts, T), inlineReason(Opts, T));
  for (const TransformRow &Each : transforms())
    Out << formatv("  {0,-18}{1,-6} {2}", Each.Name, Opts.Transforms.has(Each.Id) ? "on" : "off", Each.Summary) << '\n';
  Out << "arguments\n";
  for (const ProfileArgument &Each : Arguments)
    Out << "  " << join(Each.Words, " ") << "\n      " << Each.Reason << '\n';
  if (!Opts.Dropped.empty())
    Out << "dropped\n";
  for (const DroppedOption &Each : Opts.Dropped)
    Out << "  " << Each.Word << "\n      " << Each.Why << '\n';
}

void printProfileAsJson(raw_ostream &Out, const Options &Opts, const Target &T, const HeaderSets &Headers,
                        const Profile &Arguments) {
  json::OStream Json(Out, 2);
  Json.object([&] {
    Json.attributeObject("target", [&] {
      Json.attribute("cpu", name(T.cpu()));
      Json.attribute("cpuReason", T.cpuReason());
      Json.attribute("cpuSince", T.cpuSince().text());
      Json.attribute("alu32", T.hasAlu32());
      Json.attribute("alu32Reason", alu32Reason(T));
      Json.attribute("kernel", T.kernel().text());
      Json.attribute("kernelIsNamed", T.kernelIsNamed());
      Json.attribute("loader", loaderText(T));
      Json.attribute("capabilities", T.capabilitiesText());
      Json.attribute("architecture", T.architecture().Machine);
      Json.attribute("kernelHeaders", originText(Headers.Kernel));
      Json.attribute("libbpfHeaders", originText(Headers.Libbpf));
      Json.attribute("targetArchitecture", T.architecture().Macro);
      Json.attribute("byteOrder", T.order() == ByteOrder::Big ? "big" : "little");
    });
    Json.attribute("inline", inlineText(Opts, T));
    Json.attribute("inlineReason", inlineReason(Opts, T));
    Json.attributeObject("transforms", [&] {
      for (const TransformRow &Each : transforms())
        Json.attribute(Each.Name, Opts.Transforms.has(Each.Id));
    });
    Json.attribute("linker", std::string("libbpf ") + libbpf_version_string());
    Json.attributeArray("arguments", [&] {
      for (const ProfileArgument &Each : Arguments)
        Json.object([&] {
          Json.attribute("words", json::Array(Each.Words));
          Json.attribute("reason", Each.Reason);
        });
    });
    Json.attributeArray("dropped", [&] {
      for (const DroppedOption &Each : Opts.Dropped)
        Json.object([&] {
          Json.attribute("word", Each.Word);
          Json.attribute("reason", Each.Why);
        });
    });
  });
  Out << '\n';
}

} // namespace bpf
