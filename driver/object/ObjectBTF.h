// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The types of an object that is written, made ready for the kernel.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_OBJECTBTF_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_OBJECTBTF_H

#include "driver/object/Finish.h"
#include "passes/target/Target.h"

namespace bpf {

/// An object that has DWARF and no .BTF, from assembly or an older compiler, with the types of its DWARF; another one
/// as it is. Fails if the DWARF is damaged or not supported.
llvm::Expected<Bytes> addTypesOfDwarf(Bytes Object);

/// A part of a link with its types in the order of its source, whatever addresses LLVM's heap gave them. The
/// error is that of types which cannot be read: none is expected for what LLVM made.
llvm::Expected<Bytes> orderTypes(Bytes Part);

/// The object with .BTF as BPF_BTF_LOAD accepts it, and the matching .BTF.ext; unchanged without .BTF. The types are
/// in the order that the source says. What the
/// target's kernel does not know is said in words that it knows, where --kernel= named it. The error is that of types
/// which do not fit the object: none is expected for what LLVM made.
llvm::Expected<Bytes> finishTypes(Bytes Object, const Target &T);

/// How two objects declare a function or variable, in C, by their BTF: "int decide(__u32)" and "int decide(__u64 n)".
/// \returns nothing where they agree, or one of them has no such type.
std::optional<std::pair<std::string, std::string>> differingDeclarations(const Bytes &First, const Bytes &Second,
                                                                         llvm::StringRef Symbol);

/// The object with another name for a function or variable in its BTF; its symbol keeps the old one.
llvm::Expected<Bytes> renameInTypes(const Bytes &Object, llvm::StringRef Symbol, llvm::StringRef NewName);

} // namespace bpf

#endif
