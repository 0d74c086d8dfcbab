// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The object is opened again for each attempt: what was loaded once cannot be loaded again.
#include "driver/verify/LoadAttempt.h"
#include "driver/object/LibbpfWords.h"
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

/// What a map may take of this machine's memory while its program is verified: its entries are not used.
static constexpr uint64_t MostMapBytes = uint64_t(1) << 28;

/// A ring buffer's entries are its bytes, and an arena's are pages that are allocated as they are touched.
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
  if (Type != Arena && Bytes * Entries > MostMapBytes)
    bpf_map__set_max_entries(Map, std::max<uint64_t>(1, MostMapBytes / std::max<uint64_t>(1, Bytes)));
}

LoadAttempt tryToLoad(const NamedObject &Object, size_t Number, const LoadType &As, unsigned LogLevel,
                      size_t LogBytes) {
  LibbpfWords Words;
  OpenedObject Whole = openObject(Object);
  std::vector<bpf_program *> Programs = Whole ? programsOf(Whole.get()) : std::vector<bpf_program *>();
  if (Number >= Programs.size())
    return {EINVAL, "", LibbpfWords::lines().str(), {}};
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
  // The kernel touches no more of it than it fills.
  std::unique_ptr<char[]> Log(new char[LogBytes]);
  Log[0] = '\0';
  bpf_program__set_log_level(Program, LogLevel);
  bpf_program__set_log_buf(Program, Log.get(), LogBytes);
  LoadAttempt Result;
  Result.Error = -bpf_object__load(Whole.get());
  Result.Log = Log.get();
  Result.Said = LibbpfWords::lines().str();
  ArrayRef Code(bpf_program__insns(Program), bpf_program__insn_cnt(Program));
  Result.Code.assign(Code.begin(), Code.end());
  return Result;
}

std::string LoadAttempt::firstWords() const {
  for (StringRef Line : split(Said, '\n')) {
    // A second attempt of libbpf's own is no end.
    if (Line.empty() || Line.contains("Retrying without"))
      continue;
    Line.consume_front("libbpf: ");
    if (Line.consume_front("prog '"))
      Line = Line.split("': ").second;
    return Line.str();
  }
  return std::error_code(Error, std::generic_category()).message();
}

} // namespace bpf
