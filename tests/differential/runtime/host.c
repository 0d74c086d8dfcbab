// Runs generated programs on the host with every input, and prints the results in the format of loader.c:
//
//   usage: host INPUTS      the number of inputs
//   result PROGRAM NUMBER r0=... packet=... GLOBAL=... MAP.KEY=...
#include "program.h"
#undef memcpy
#undef memset
#undef memmove
#undef memcmp
#include "inputs.h"
#include <stdio.h>
#include <stdlib.h>

static struct program *programs;
static struct global *globals;
static struct map *maps;

void add_program(struct program *program) {
  program->next = programs;
  programs = program;
}

void add_global(struct global *global) {
  global->next = globals;
  globals = global;
}

void add_map(struct map *map) {
  map->next = maps;
  maps = map;
}

static void *allocate(size_t size) {
  void *memory = malloc(size);
  if (!memory)
    exit(2);
  return memory;
}

static int key_in(const struct map *map, const void *key, unsigned long long *number) {
  *number = 0;
  memcpy(number, key, map->key_size);
  return *number < map->entries;
}

// Programs use keys beyond the last one in lookups only.
void *bpf_map_lookup_elem(struct map *map, const void *key) {
  unsigned long long number;
  return key_in(map, key, &number) ? map->values[number] : NULL;
}

long bpf_map_update_elem(struct map *map, const void *key, const void *value, u64 flags) {
  unsigned long long number;
  if (!key_in(map, key, &number))
    return -1;
  if (!map->values[number])
    map->values[number] = allocate(map->value_size);
  memcpy(map->values[number], value, map->value_size);
  return 0;
}

long bpf_map_delete_elem(struct map *map, const void *key) {
  unsigned long long number;
  if (map->kind == ARRAY || !key_in(map, key, &number) || !map->values[number])
    return -1;
  // Not freed: as in the kernel, a program that looked it up may still read it.
  map->values[number] = NULL;
  return 0;
}

static int belongs(const char *name, const struct program *program) {
  size_t length = strlen(program->name);
  return !strncmp(name, program->name, length) && name[length] == '_';
}

static void print_bytes(const void *from, size_t size) {
  for (size_t at = 0; at < size; at++)
    printf("%02x", ((const unsigned char *)from)[at]);
}

static void prepare(const struct program *program, unsigned number) {
  for (struct global *global = globals; global; global = global->next)
    if (belongs(global->name, program))
      memcpy(global->address, global->first, global->size);
  for (struct map *map = maps; map; map = map->next) {
    if (!belongs(map->name, program))
      continue;
    begin_input(number, map->name);
    for (unsigned key = 0; key < map->entries; key++) {
      free(map->values[key]);
      map->values[key] = allocate(map->value_size);
      fill_bytes(map->values[key], map->value_size);
    }
  }
}

static void report(const struct program *program, const struct context *context) {
  printf(" packet=");
  print_bytes(context->data, (char *)context->data_end - (char *)context->data);
  if (!strcmp(program->kind, "tc"))
    printf(" mark=%x priority=%x cb0=%x cb3=%x", context->mark, context->priority, context->cb[0], context->cb[3]);
  for (const struct global *global = globals; global; global = global->next) {
    if (!belongs(global->name, program))
      continue;
    printf(" %s=", global->name);
    print_bytes(global->address, global->size);
  }
  for (const struct map *map = maps; map; map = map->next)
    for (unsigned key = 0; belongs(map->name, program) && key < map->entries; key++) {
      printf(" %s.%u=", map->name, key);
      if (map->values[key])
        print_bytes(map->values[key], map->value_size);
    }
  printf("\n");
}

static void run(const struct program *program, unsigned number) {
  size_t length = packet_length(number);
  struct context context = {0};

  prepare(program, number);
  // Allocated with its exact size so that AddressSanitizer detects overflows.
  context.data = allocate(length);
  context.data_end = (char *)context.data + length;
  begin_input(number, "packet");
  fill_bytes(context.data, length);
  context.mark = context.priority = context.cb[0] = context.cb[3] = context_word(number);
  printf("result %s %u r0=%x", program->name, number, program->run(&context));
  report(program, &context);
  free(context.data);
}

int main(int count, char **words) {
  unsigned inputs = count > 1 ? atoi(words[1]) : 1;

  for (struct global *global = globals; global; global = global->next)
    global->first = memcpy(allocate(global->size), global->address, global->size);
  for (struct map *map = maps; map; map = map->next)
    map->values = memset(allocate(map->entries * sizeof(void *)), 0, map->entries * sizeof(void *));
  for (const struct program *program = programs; program; program = program->next)
    for (unsigned number = 0; number < inputs; number++)
      run(program, number);
  return fflush(stdout) ? 2 : 0;
}
