// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How bpfcc and the program in a kernel that it boots write to each other: records of text fields, over a line that is
// a stream of bytes.
#ifndef BPFTOOLCHAIN_DRIVER_LOAD_RECORD_H
#define BPFTOOLCHAIN_DRIVER_LOAD_RECORD_H

#include "driver/load/AskKernel.h"
#include <optional>

namespace bpf {

/// "@KIND LENGTH LENGTH...", a line feed, the fields one behind the other, and a line feed.
struct Record {
  std::string Kind;
  std::vector<std::string> Fields; ///< of any bytes
};

std::string write(const Record &Written);

/// Removes the record that \p Text begins with. \returns nothing if it is not complete yet; an error if there is none.
llvm::Expected<std::optional<Record>> takeRecord(std::string &Text);

/// What a booted kernel is asked.
struct BootRequest {
  LoadRequest Load;         ///< HasModules is false whatever it says
  std::string Capabilities; ///< of the loader, as --capabilities= has them
  std::vector<NamedObject> Objects;
};

std::string writeRequest(const BootRequest &Request);
llvm::Expected<BootRequest> readRequest(std::string Text);

/// The records of an answer, in this order: Release; for each object Verdict once a program, then Answered, Unopened or
/// Crashed; Done.
namespace answer {
inline constexpr char Release[] = "release";   ///< as uname -r has it
inline constexpr char Verdict[] = "verdict";   ///< the number of the object, and the verdict's fields
inline constexpr char Answered[] = "answered"; ///< the number of the object: nothing of it is missing
inline constexpr char Unopened[] = "unopened"; ///< the number of the object, libbpf's message
inline constexpr char Crashed[] = "crashed";   ///< the number of the object
inline constexpr char Failed[] = "failed";     ///< why nothing could be asked
inline constexpr char Done[] = "done";
} // namespace answer

Record recordOf(size_t Object, const Verdict &V);
/// Nothing if a field is missing or no such status exists.
std::optional<Verdict> verdictIn(const Record &Read);
/// The number of the object that the record is about; nothing if it has none below \p Count.
std::optional<size_t> objectIn(const Record &Read, size_t Count);

} // namespace bpf

#endif
