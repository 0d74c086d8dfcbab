// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The words that the columns of Helpers.def and Kfuncs.def are written in, for the files that hold these tables.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_CALLWORDS_H
#define BPFTOOLCHAIN_PASSES_TARGET_CALLWORDS_H

#include "passes/target/CallRule.h"
#include "passes/target/ProgramTypeSet.h"
#include "passes/target/Releases.h"

namespace bpf::call_words {

using namespace program_types;

/// Some words are both: an argument and a result.
struct Word {
  ArgumentKind Argument;
  ResultKind Result;
  bool MayBeNull = false, IsReleased = false, IsAcquired = false;
  uint8_t Bytes = 0;

  constexpr operator ArgumentRule() const { return {Argument, Bytes, MayBeNull, IsReleased, IsAcquired}; }
  constexpr operator ResultRule() const { return {Result, MayBeNull, IsAcquired}; }
};

constexpr Word orNull(Word Each) { return Each.MayBeNull = true, Each; }
constexpr Word released(Word Each) { return Each.IsReleased = true, Each; }
constexpr Word acquired(Word Each) { return Each.IsAcquired = true, Each; }
constexpr Word fixed(Word Each, uint8_t Bytes) { return Each.Bytes = Bytes, Each; }

constexpr Word ofArgument(ArgumentKind Kind) { return {Kind, ResultKind::Nothing}; }
inline constexpr Word Scalar = ofArgument(ArgumentKind::Scalar);
inline constexpr Word Constant = ofArgument(ArgumentKind::Constant);
inline constexpr Word Size = ofArgument(ArgumentKind::Size);
inline constexpr Word SizeOrZero = orNull(Size);
inline constexpr Word ConstantSize = ofArgument(ArgumentKind::ConstantSize);
inline constexpr Word Ignored = ofArgument(ArgumentKind::Ignored);
inline constexpr Word Address = ofArgument(ArgumentKind::Address);
inline constexpr Word Context = ofArgument(ArgumentKind::Context);
inline constexpr Word Handle = ofArgument(ArgumentKind::Handle);
inline constexpr Word Map = ofArgument(ArgumentKind::Map);
inline constexpr Word Key = ofArgument(ArgumentKind::Key);
inline constexpr Word Value = ofArgument(ArgumentKind::Value);
inline constexpr Word NewValue = ofArgument(ArgumentKind::NewValue);
inline constexpr Word Reads = ofArgument(ArgumentKind::Reads);
inline constexpr Word Sends = ofArgument(ArgumentKind::Sends);
inline constexpr Word Writes = ofArgument(ArgumentKind::Writes);
inline constexpr Word Updates = ofArgument(ArgumentKind::Updates);
inline constexpr Word Text = ofArgument(ArgumentKind::Text);
inline constexpr Word Dynptr = ofArgument(ArgumentKind::Dynptr);
inline constexpr Word NewDynptr = ofArgument(ArgumentKind::NewDynptr);
inline constexpr Word Iterator = ofArgument(ArgumentKind::Iterator);
inline constexpr Word NewIterator = ofArgument(ArgumentKind::NewIterator);
inline constexpr Word SpinLock = ofArgument(ArgumentKind::SpinLock);
inline constexpr Word ResSpinLock = ofArgument(ArgumentKind::ResSpinLock);
inline constexpr Word IrqFlag = ofArgument(ArgumentKind::IrqFlag);
inline constexpr Word Timer = ofArgument(ArgumentKind::Timer);
inline constexpr Word WorkQueue = ofArgument(ArgumentKind::WorkQueue);
inline constexpr Word TaskWork = ofArgument(ArgumentKind::TaskWork);
inline constexpr Word Kptr = ofArgument(ArgumentKind::Kptr);
inline constexpr Word ListHead = ofArgument(ArgumentKind::ListHead);
inline constexpr Word ListNode = ofArgument(ArgumentKind::ListNode);
inline constexpr Word RbRoot = ofArgument(ArgumentKind::RbRoot);
inline constexpr Word RbNode = ofArgument(ArgumentKind::RbNode);
inline constexpr Word Callback = ofArgument(ArgumentKind::Callback);
inline constexpr Word CallbackContext = ofArgument(ArgumentKind::CallbackContext);

constexpr Word ofResult(ResultKind Kind) { return {ArgumentKind::None, Kind}; }
inline constexpr Word Nothing = ofResult(ResultKind::Nothing);
inline constexpr Word Integer = ofResult(ResultKind::Integer);
inline constexpr Word MapValue = ofResult(ResultKind::MapValue);

inline constexpr Word Socket = {ArgumentKind::Socket, ResultKind::Socket};
inline constexpr Word Struct = {ArgumentKind::Struct, ResultKind::Struct};
inline constexpr Word PerCpu = {ArgumentKind::PerCpu, ResultKind::PerCpu};
inline constexpr Word Record = {ArgumentKind::Record, ResultKind::Record};
inline constexpr Word Memory = {ArgumentKind::Memory, ResultKind::Memory};
inline constexpr Word Object = {ArgumentKind::Object, ResultKind::Object};

// Releases.
inline constexpr Releases always = Releases::all();
constexpr Releases from(unsigned Major, unsigned Minor) { return Releases::from(Major, Minor); }
constexpr Releases until(unsigned Major, unsigned Minor) { return Releases::until(Major, Minor); }
constexpr Releases between(unsigned Major, unsigned Minor, unsigned EndMajor, unsigned EndMinor) {
  return from(Major, Minor) & until(EndMajor, EndMinor);
}

} // namespace bpf::call_words

#endif
