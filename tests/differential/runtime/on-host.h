// program.h for the host: programs, maps and globals register themselves before main() of host.c runs.
#include <stddef.h>

#define __noinline __attribute__((noinline))
#undef __always_inline
#define __always_inline inline __attribute__((always_inline))

// The fields of xdp_md and __sk_buff that programs use.
struct context {
  void *data, *data_end;
  u32 mark, priority, cb[5];
};

// The names of globals and maps begin with the name of their program and an underscore.
struct program {
  const char *name, *kind;
  int (*run)(struct context *);
  struct program *next;
};
struct global {
  const char *name;
  void *address;
  size_t size;
  void *first;
  struct global *next;
};
enum { ARRAY, HASH };
struct map {
  const char *name;
  int kind;
  unsigned entries, key_size, value_size;
  // By key, each allocated separately so that AddressSanitizer detects overflows; NULL if a hash has no such key.
  void **values;
  struct map *next;
};

void add_program(struct program *);
void add_global(struct global *);
void add_map(struct map *);

#define REGISTER(what, name, ...)                                                                                      \
  static struct what what##_of_##name = {__VA_ARGS__};                                                                 \
  __attribute__((constructor)) static void add_##what##_##name(void) { add_##what(&what##_of_##name); }

#define MAP(name, kind, entries, key_type, ...)                                                                        \
  static struct map name = {#name, kind, entries, sizeof(key_type), sizeof(__VA_ARGS__)};                              \
  __attribute__((constructor)) static void add_map_##name(void) { add_map(&name); }                                    \
  _Static_assert(1, "")

#define OBSERVE(variable) REGISTER(global, variable, #variable, (void *)&variable, sizeof(variable))

#define CONTEXT_xdp struct context
#define CONTEXT_tc struct context
#define PROGRAM(kind, name)                                                                                            \
  static int name(struct context *context);                                                                            \
  REGISTER(program, name, #name, #kind, name)                                                                          \
  static int name(struct context *context)
#define DATA(context) ((context)->data)
#define DATA_END(context) ((context)->data_end)

enum { BPF_ANY };
void *bpf_map_lookup_elem(struct map *, const void *key);
long bpf_map_update_elem(struct map *, const void *key, const void *value, u64 flags);
long bpf_map_delete_elem(struct map *, const void *key);

static inline long bpf_loop(u32 times, long (*callback)(u32, void *), void *argument, u64 flags) {
  for (u32 i = 0; i < times; i++)
    if (callback(i, argument))
      return i + 1;
  return times;
}
