// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The object is opened again for each attempt, because it can be loaded only once.
#include "driver/load/LoadAttempt.h"
#include "driver/object/LibbpfMessages.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace bpf {

OpenedObject openObject(const NamedObject &Object) {
  std::string Name = sys::path::stem(Object.Name).str();
  LIBBPF_OPTS(bpf_object_open_opts, Options, .object_name = Name.c_str());
  return {bpf_object__open_mem(Object.Object.data(), Object.Object.size(), &Options), bpf_object__close};
}

std::vector<bpf_program *> programsOf(bpf_object *Object) {
  std::vector<bpf_program *> Programs;
  bpf_program *Each;
  bpf_object__for_each_program(Each, Object) Programs.push_back(Each);
  return Programs;
}

/// Limit of the memory of a map while its program is verified: the entries are not used.
static constexpr uint64_t MostMapBytes = uint64_t(1) << 28;

/// The entries of a ring buffer are bytes, those of an arena pages that are allocated on first access.
static void boundEntries(bpf_map *Map) {
  bpf_map_type Type = bpf_map__type(Map);
  uint64_t Entries = bpf_map__max_entries(Map);
  uint64_t Bytes = Type == BPF_MAP_TYPE_RINGBUF || Type == BPF_MAP_TYPE_USER_RINGBUF
                       ? 1
                       : uint64_t(bpf_map__key_size(Map)) + bpf_map__value_size(Map);
  bool IsPerCpu =
      Type == BPF_MAP_TYPE_PERCPU_ARRAY || Type == BPF_MAP_TYPE_PERCPU_HASH || Type == BPF_MAP_TYPE_LRU_PERCPU_HASH;
  if (IsPerCpu)
    Bytes *= std::max(1, libbpf_num_possible_cpus());
  static constexpr unsigned Arena = 33; // BPF_MAP_TYPE_ARENA, which <linux/bpf.h> of Debian 12 lacks
  if (unsigned(Type) != Arena && Bytes * Entries > MostMapBytes)
    bpf_map__set_max_entries(Map, std::max<uint64_t>(1, MostMapBytes / std::max<uint64_t>(1, Bytes)));
}

LoadAttempt tryToLoad(const NamedObject &Object, size_t Number, const LoadType &As, unsigned LogLevel,
                      size_t LogBytes) {
  LibbpfMessages Words;
  OpenedObject Whole = openObject(Object);
  std::vector<bpf_program *> Programs = Whole ? programsOf(Whole.get()) : std::vector<bpf_program *>();
  if (Number >= Programs.size())
    return {EINVAL, "", LibbpfMessages::lines().str(), {}};
  bpf_program *Program = Programs[Number];
  for (bpf_program *Each : Programs)
    bpf_program__set_autoload(Each, Each == Program);
  if (bpf_program__type(Program) != As.Type) {
    bpf_program__set_type(Program, As.Type);
    bpf_program__set_expected_attach_type(Program, As.Attach);
  }
  bpf_map *Map;
  bpf_object__for_each_map(Map, Whole.get()) {
    bpf_map__set_pin_path(Map, nullptr);
    boundEntries(Map);
  }
  // Pages that the kernel does not fill are never touched.
  std::unique_ptr<char[]> Log(new char[LogBytes]);
  Log[0] = '\0';
  bpf_program__set_log_level(Program, LogLevel);
  bpf_program__set_log_buf(Program, Log.get(), LogBytes);
  LoadAttempt Result;
  Result.Error = -bpf_object__load(Whole.get());
  Result.Log = Log.get();
  Result.Messages = LibbpfMessages::lines().str();
  ArrayRef Code(bpf_program__insns(Program), bpf_program__insn_cnt(Program));
  Result.Code.assign(Code.begin(), Code.end());
  return Result;
}

std::string LoadAttempt::firstMessage() const {
  for (StringRef Line : split(Messages, '\n')) {
    // libbpf tries again after this one.
    if (Line.empty() || isMessage(KnownMessage::SecondAttempt, Line))
      continue;
    Line.consume_front("libbpf: ");
    if (Line.consume_front("prog '"))
      Line = Line.split("': ").second;
    return Line.str();
  }
  return std::error_code(Error, std::generic_category()).message();
}

} // namespace bpf
