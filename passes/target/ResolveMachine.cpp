// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which machine the program is loaded on, the byte order of its object, and whose types the front end has: what
// --arch=, --endian= and --target= together, and whether they contradict each other.
#include "passes/target/Facts.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/TargetParser/Triple.h"
#include <sys/utsname.h>

using namespace llvm;

namespace bpf {

static StringRef text(ByteOrder Order) { return Order == ByteOrder::Little ? "little-endian" : "big-endian"; }
static ByteOrder orderOf(const Triple &T) { return T.isLittleEndian() ? ByteOrder::Little : ByteOrder::Big; }

/// The row of a machine's name; the end if there is none. "arm64", "amd64" and "powerpc64le" are what LLVM accepts for
/// the same as a row's.
static const Architecture *findArchitecture(StringRef Name) {
  const Architecture *Row = find_if(
      facts::Architectures, [&](const Architecture &Each) { return Each.Machine == Name || Each.Macro == Name; });
  Triple::ArchType Named = Triple(Name, "", "").getArch();
  if (Row != std::end(facts::Architectures) || Named == Triple::UnknownArch)
    return Row;
  return find_if(facts::Architectures,
                 [&](const Architecture &Each) { return Triple(Each.Multiarch).getArch() == Named; });
}

std::vector<StringRef> tripleNames() {
  std::vector<StringRef> Names = {"bpf", "bpfel", "bpfeb"};
  for (const Architecture &Each : facts::Architectures)
    if (Triple(Each.Multiarch).isArch64Bit())
      Names.push_back(Each.Multiarch);
  return Names;
}

Error Target::resolveArchitecture(StringRef Text) {
  utsname Names;
  std::string Name = Text.str();
  if (Text.empty())
    Name = uname(&Names) == 0 ? Names.machine : "x86_64";
  Machine = findArchitecture(Name);
  if (Machine == std::end(facts::Architectures))
    return createStringError(
        formatv("unknown architecture '{0}' (expected one of {1})", Name, join(architectureNames(), ", ")).str());
  return Error::success();
}

Error Target::resolveBpfTriple(const TargetRequest &Request) {
  Triple Asked(Request.Triple);
  // Plain bpf has the host's byte order in LLVM; here it names none.
  if (Asked.getArchName() == "bpf" && orderOf(Asked) != Order)
    return Error::success();
  FrontEnd = Request.Triple;
  if (orderOf(Asked) == Order)
    return Error::success();
  if (Request.Order)
    return createStringError(formatv("'--target={0}' and '--endian' contradict each other", Request.Triple).str());
  if (!Request.Architecture.empty())
    return createStringError(formatv("'--target={0}' and '--arch={1}' contradict each other: {1} is {2}",
                                     Request.Triple, Request.Architecture, text(Machine->Order))
                                 .str());
  Order = orderOf(Asked);
  return Error::success();
}

Error Target::resolveNativeTriple(const TargetRequest &Request) {
  Triple Asked(Triple::normalize(Request.Triple));
  auto Reject = [&](const Twine &Why) { return createStringError("'--target=" + Request.Triple + "' " + Why); };
  if (Asked.getArch() == Triple::UnknownArch || !Asked.isOSBinFormatELF())
    return Reject("is not a target of bpfcc (expected bpf, bpfel or bpfeb, or for a machine's types a 64-bit one such "
                  "as x86_64-linux-gnu)");
  if (!Asked.isArch64Bit())
    return Reject("is a 32-bit machine, whose pointers and longs differ from BPF's; use a 64-bit one");
  if (orderOf(Asked) != Order)
    return Reject(formatv("is {0}, but the object is {1}; use --endian={2}", text(orderOf(Asked)), text(Order),
                          Asked.isLittleEndian() ? "little" : "big"));
  const Architecture *Its = find_if(facts::Architectures, [&](const Architecture &Each) {
    return Triple(Each.Multiarch).getArch() == Asked.getArch();
  });
  if (Its == std::end(facts::Architectures))
    return Reject("is unknown (expected one of " + join(architectureNames(), ", ") + ")");
  if (!Request.Architecture.empty() && Its != Machine)
    return Reject("and '--arch=" + Request.Architecture + "' contradict each other");
  Machine = Its;
  FrontEnd = Request.Triple;
  NativeFrontEnd = true;
  return Error::success();
}

Error Target::resolveMachine(const TargetRequest &Request) {
  if (Error E = resolveArchitecture(Request.Architecture.empty() ? Request.Macro : Request.Architecture))
    return E;
  Order = Request.Order.value_or(Machine->Order);
  Triple Asked(Request.Triple);
  if (!Request.Triple.empty())
    if (Error E = Asked.isBPF() ? resolveBpfTriple(Request) : resolveNativeTriple(Request))
      return E;
  if (Request.Order && !Request.Architecture.empty() && Order != Machine->Order)
    return createStringError(formatv("'--endian' and '--arch={0}' contradict each other: {0} is {1}",
                                     Request.Architecture, text(Machine->Order))
                                 .str());
  return Error::success();
}

StringRef Target::objectTriple() const { return Order == ByteOrder::Big ? "bpfeb" : "bpfel"; }

StringRef Target::frontEndTriple() const { return FrontEnd.empty() ? objectTriple() : StringRef(FrontEnd); }

} // namespace bpf
