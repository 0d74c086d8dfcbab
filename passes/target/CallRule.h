// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a function of the kernel asks of its arguments, and what it gives: of a helper (Helper.h) and of a kfunc
// (Kfunc.h).
#ifndef BPFTOOLCHAIN_PASSES_TARGET_CALLRULE_H
#define BPFTOOLCHAIN_PASSES_TARGET_CALLRULE_H

#include <array>
#include <cstdint>

namespace bpf {

/// What an argument must be: the ARG_* of a bpf_func_proto, or derived from the type and the name of a kfunc's
/// parameter. Of memory also what the function does with it.
enum class ArgumentKind : uint8_t {
  None,         ///< there is no such argument
  Scalar,       ///< any number
  Constant,     ///< a number that the verifier knows as a constant (__k)
  Size,         ///< the size in bytes of the argument before it; it has an upper bound that the verifier can see (__sz)
  ConstantSize, ///< a size that the verifier knows as a constant (__szk)
  Ignored,      ///< not looked at by the verifier (__ign)
  Address,      ///< a pointer or a number, as the function sees fit
  Context,      ///< what the program was called with, not changed
  Handle,       ///< the context in some types of programs, a socket or another structure of the kernel in others
  Map,          ///< a map, known while the program is verified (__map)
  Key,          ///< a key of that map, which is read
  Value,        ///< a value of that map, which is read
  NewValue,     ///< room for a value of that map, which is written without being read
  Reads,        ///< memory that is read
  Sends,        ///< memory that is read and handed out of the kernel: to user space, or on the wire
  Writes,       ///< memory that is written without being read
  Updates,      ///< memory that is read and written, so that it has to be initialized
  Memory,       ///< memory that is neither, but kept: that of a dynptr
  Text,         ///< a string in a read-only map (__str)
  Socket,       ///< a socket: of a lookup, of the context, or of the kernel's types
  Struct,       ///< another structure of the kernel's types
  PerCpu,       ///< a per-CPU variable of the kernel
  Record,       ///< of bpf_ringbuf_reserve()
  Dynptr,       ///< an initialized dynptr, on the stack
  NewDynptr,    ///< room for one, which the function makes (__uninit)
  Iterator,     ///< an iterator, on the stack, that its bpf_iter_*_new() made
  NewIterator,  ///< room for one
  SpinLock,     ///< a bpf_spin_lock in a value of a map or an object of the program's own
  ResSpinLock,  ///< a bpf_res_spin_lock there
  IrqFlag,      ///< eight bytes of stack that keep the interrupt state (__irq_flag)
  Timer,        ///< a bpf_timer in a value of a map
  WorkQueue,    ///< a bpf_wq there
  TaskWork,     ///< a bpf_task_work there
  Kptr,         ///< a place in a value of a map or an object that holds a kptr
  Object,       ///< an object of the program's own: of bpf_obj_new()
  ListHead,     ///< a bpf_list_head in a value of a map or an object of the program's own
  ListNode,     ///< a bpf_list_node in an object of the program's own
  RbRoot,       ///< likewise a bpf_rb_root
  RbNode,       ///< ... and a bpf_rb_node
  Callback,     ///< a static function of the program
  CallbackContext, ///< the stack, or NULL: it is handed to the callback
};

struct ArgumentRule {
  ArgumentKind Kind = ArgumentKind::None;
  uint8_t Bytes = 0;       ///< the size of the memory if it is fixed; 0: from the following Size, or from the map
  bool MayBeNull = false;  ///< NULL is allowed; a Size may be 0
  bool IsReleased = false; ///< the call gives back the reference: the pointer, and what was derived from it, is gone
  bool IsAcquired = false; ///< the call makes a reference of it, which has to be given back

  /// True where the function reads the memory, which has to be initialized then.
  constexpr bool isRead() const {
    using enum ArgumentKind;
    return Kind == Key || Kind == Value || Kind == Reads || Kind == Sends || Kind == Updates;
  }
};

using ArgumentRules = std::array<ArgumentRule, 5>;

/// The result of a call: the RET_* of a bpf_func_proto, or derived from a kfunc's type.
enum class ResultKind : uint8_t {
  Nothing,
  Integer,
  MapValue, ///< of the map that was the argument
  Socket,
  Struct, ///< a structure of the kernel's types
  PerCpu, ///< a per-CPU variable: a structure, or memory that is read only
  Record, ///< as many bytes as the ConstantSize
  Memory, ///< likewise, of a dynptr; or what an iterator gives
  Object, ///< an object of the program's own
};

struct ResultRule {
  ResultKind Kind = ResultKind::Integer;
  bool MayBeNull = false;
  bool IsAcquired = false; ///< a reference, which has to be given back on each path where it is not NULL
};

} // namespace bpf

#endif
