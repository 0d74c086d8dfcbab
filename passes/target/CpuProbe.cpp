// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Three programs, each with one instruction that only its instruction set has, loaded newest first as socket
// filters: the one program type that even an unprivileged user could load where the kernel lets him.
#include "passes/target/CpuProbe.h"
#include "llvm/ADT/ArrayRef.h"
#include <bpf/bpf.h>
#include <cerrno>
#include <linux/bpf.h>
#include <unistd.h>

using namespace llvm;

namespace bpf {

static constexpr bpf_insn instruction(int Code, int Offset, int Immediate) {
  bpf_insn Result = {};
  Result.code = __u8(Code);
  Result.off = __s16(Offset);
  Result.imm = Immediate;
  return Result;
}

static constexpr bpf_insn ReturnZero[] = {instruction(BPF_ALU64 | BPF_MOV | BPF_K, 0, 0),
                                          instruction(BPF_JMP | BPF_EXIT, 0, 0)};
// r0 = 0; gotol +0; exit
static constexpr bpf_insn LongJump[] = {ReturnZero[0], instruction(BPF_JMP32 | BPF_JA, 0, 0), ReturnZero[1]};
// r0 = 0; if w0 == 0 goto +0; exit
static constexpr bpf_insn Jump32[] = {ReturnZero[0], instruction(BPF_JMP32 | BPF_JEQ | BPF_K, 0, 0), ReturnZero[1]};
// r0 = 0; if r0 < 0 goto +0; exit
static constexpr bpf_insn JumpIfLower[] = {ReturnZero[0], instruction(BPF_JMP | BPF_JLT | BPF_K, 0, 0), ReturnZero[1]};

static bool loads(ArrayRef<bpf_insn> Program) {
  int Descriptor = bpf_prog_load(BPF_PROG_TYPE_SOCKET_FILTER, nullptr, "GPL", Program.data(), Program.size(), nullptr);
  if (Descriptor < 0)
    return false;
  close(Descriptor);
  return true;
}

std::optional<Cpu> probeCpu() {
  if (loads(LongJump))
    return Cpu::V4;
  // A rejection is an answer only if the kernel lets us load anything at all.
  if (!loads(ReturnZero))
    return std::nullopt;
  if (loads(Jump32))
    return Cpu::V3;
  return loads(JumpIfLower) ? Cpu::V2 : Cpu::V1;
}

} // namespace bpf
