// Loads the programs of objects, runs each on the kernel with every input, and prints the results:
//
//   usage: loader INPUTS OBJECT...      the number of inputs
//
//   object OBJECT
//   rejected PROGRAM             followed by the messages of libbpf and the verifier, each line after "| "
//   unloadable OBJECT            the same if the error cannot be attributed to one program
//   result PROGRAM NUMBER r0=... packet=... GLOBAL=... MAP.KEY=...
//
// If a program is rejected, the others are loaded without it. The exit code is 77 if the kernel does not load any
// program.
#include "inputs.h"
#include "loading.h"
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static unsigned inputs;

static int belongs(const char *name, const char *program) {
  size_t length = strlen(program);
  return !strncmp(name, program, length) && name[length] == '_';
}

static void print_bytes(const void *from, size_t size) {
  for (size_t at = 0; at < size; at++)
    printf("%02x", ((const unsigned char *)from)[at]);
}

// Whether libbpf made this map for global variables. It has one value.
static int holds_globals(const struct bpf_map *map) {
  const char *section = strrchr(bpf_map__name(map), '.');
  return bpf_map__is_internal(map) && section && (!strcmp(section, ".data") || !strcmp(section, ".bss"));
}

struct globals {
  int map;
  // The initial bytes, and a buffer for those after a run.
  void *first, *after;
  const struct btf_type *section;
};

// Finds the maps of .data and .bss, and the BTF that describes the variables in them.
static size_t find_globals(struct bpf_object *object, struct globals found[2]) {
  size_t count = 0;
  struct bpf_map *map;
  const struct btf *types = bpf_object__btf(object);

  bpf_object__for_each_map(map, object) {
    if (!holds_globals(map) || count == 2)
      continue;
    int id = btf__find_by_name_kind(types, strrchr(bpf_map__name(map), '.'), BTF_KIND_DATASEC), key = 0;
    if (id < 0)
      continue;
    struct globals *each = &found[count];
    each->map = bpf_map__fd(map);
    each->section = btf__type_by_id(types, id);
    each->first = malloc(bpf_map__value_size(map));
    each->after = malloc(bpf_map__value_size(map));
    bpf_map_lookup_elem(each->map, &key, each->first);
    count++;
  }
  return count;
}

static void prepare(struct bpf_object *object, const char *program, unsigned number, struct globals *globals,
                    size_t count) {
  char value[1024];
  struct bpf_map *map;

  for (size_t each = 0; each < count; each++)
    bpf_map_update_elem(globals[each].map, &(int){0}, globals[each].first, BPF_ANY);
  bpf_object__for_each_map(map, object) {
    if (!belongs(bpf_map__name(map), program) || bpf_map__value_size(map) > sizeof(value))
      continue;
    begin_input(number, bpf_map__name(map));
    for (unsigned long long key = 0; key < bpf_map__max_entries(map); key++) {
      fill_bytes(value, bpf_map__value_size(map));
      bpf_map_update_elem(bpf_map__fd(map), &key, value, BPF_ANY);
    }
  }
}

static void print_globals(const struct btf *types, const char *program, const struct globals *globals) {
  const struct btf_var_secinfo *variable = btf_var_secinfos(globals->section);

  bpf_map_lookup_elem(globals->map, &(int){0}, globals->after);
  for (int left = btf_vlen(globals->section); left > 0; left--, variable++) {
    const char *name = btf__name_by_offset(types, btf__type_by_id(types, variable->type)->name_off);
    if (!belongs(name, program))
      continue;
    printf(" %s=", name);
    print_bytes((char *)globals->after + variable->offset, variable->size);
  }
}

static void print_maps(struct bpf_object *object, const char *program) {
  char value[1024];
  struct bpf_map *map;

  bpf_object__for_each_map(map, object) {
    if (!belongs(bpf_map__name(map), program) || bpf_map__value_size(map) > sizeof(value))
      continue;
    for (unsigned long long key = 0; key < bpf_map__max_entries(map); key++) {
      printf(" %s.%llu=", bpf_map__name(map), key);
      if (!bpf_map_lookup_elem(bpf_map__fd(map), &key, value))
        print_bytes(value, bpf_map__value_size(map));
    }
  }
}

static void run(struct bpf_object *object, const struct bpf_program *program, unsigned number, struct globals *globals,
                size_t count) {
  char packet[PACKET], after[PACKET];
  const char *name = bpf_program__name(program);
  struct __sk_buff context = {0};
  LIBBPF_OPTS(bpf_test_run_opts, options, .data_in = packet, .data_out = after, .data_size_in = packet_length(number),
              .data_size_out = sizeof(after));

  prepare(object, name, number, globals, count);
  begin_input(number, "packet");
  fill_bytes(packet, options.data_size_in);
  context.mark = context.priority = context.cb[0] = context.cb[3] = context_word(number);
  if (bpf_program__type(program) == BPF_PROG_TYPE_SCHED_CLS) {
    options.ctx_in = options.ctx_out = &context;
    options.ctx_size_in = options.ctx_size_out = sizeof(context);
  }
  int error = bpf_prog_test_run_opts(bpf_program__fd(program), &options);
  if (error) {
    printf("result %s %u not-run=%s\n", name, number, strerror(-error));
    return;
  }
  printf("result %s %u r0=%x packet=", name, number, options.retval);
  print_bytes(after, options.data_size_out);
  if (options.ctx_in)
    printf(" mark=%x priority=%x cb0=%x cb3=%x", context.mark, context.priority, context.cb[0], context.cb[3]);
  for (size_t each = 0; each < count; each++)
    print_globals(bpf_object__btf(object), name, &globals[each]);
  print_maps(object, name);
  printf("\n");
}

static void run_all(const char *path) {
  struct globals globals[2];
  struct bpf_program *program;

  printf("object %s\n", path);
  struct bpf_object *object = load_accepted(path);
  if (!object)
    return;
  size_t count = find_globals(object, globals);
  bpf_object__for_each_program(program, object) if (bpf_program__autoload(program)) for (unsigned number = 0;
                                                                                         number < inputs; number++)
      run(object, program, number, globals, count);
  bpf_object__close(object);
}

static int kernel_loads_programs(void) {
  const struct bpf_insn returns_zero[] = {{.code = BPF_ALU64 | BPF_MOV | BPF_K}, {.code = BPF_JMP | BPF_EXIT}};
  int program = bpf_prog_load(BPF_PROG_TYPE_XDP, "returns_zero", "GPL", returns_zero, 2, NULL);

  if (program >= 0)
    close(program);
  return program >= 0;
}

int main(int count, char **words) {
  if (count < 3) {
    fprintf(stderr, "usage: %s INPUTS OBJECT...\n", words[0]);
    return 1;
  }
  inputs = atoi(words[1]);
  collect_messages();
  if (!kernel_loads_programs()) {
    fprintf(stderr, "the kernel loads no program: %s\n", strerror(errno));
    return 77;
  }
  for (int word = 2; word < count; word++)
    run_all(words[word]);
  return fflush(stdout) ? 2 : 0;
}
