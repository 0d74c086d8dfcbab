// A static function that is called while a lock is held, and the same inlined.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct value {
  struct bpf_spin_lock lock;
  long count;
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, int);
  __type(value, struct value);
} values SEC(".maps");

static inline __attribute__((always_inline)) void add(struct value *value) { value->count += 1; }
static __attribute__((noinline)) void add_apart(struct value *value) { *(volatile long *)&value->count += 1; }

#define PROGRAM(name, called)                                                                                          \
  SEC("tc") int name(void *context) {                                                                                  \
    int key = 0;                                                                                                       \
    struct value *value = bpf_map_lookup_elem(&values, &key);                                                          \
    if (!value)                                                                                                        \
      return 0;                                                                                                        \
    bpf_spin_lock(&value->lock);                                                                                       \
    called(value);                                                                                                     \
    bpf_spin_unlock(&value->lock);                                                                                     \
    return 0;                                                                                                          \
  }

PROGRAM(needs_call, add_apart)
PROGRAM(any_inlined, add)
