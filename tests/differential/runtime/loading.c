// Loads the programs of an object that the kernel accepts.
#include "loading.h"
#include <bpf/bpf.h>
#include <stdio.h>
#include <string.h>

// libbpf's longest verifier log, and its other messages.
static char said[(1 << 24) + 4096];
static size_t said_length;

static int note(enum libbpf_print_level level, const char *form, va_list arguments) {
  if (level == LIBBPF_DEBUG)
    return 0;
  int written = vsnprintf(said + said_length, sizeof(said) - said_length, form, arguments);
  if (written > 0)
    said_length += (size_t)written < sizeof(said) - said_length ? (size_t)written : sizeof(said) - said_length - 1;
  return 0;
}

// Prints the first line and the last thirty.
static void print_said(void) {
  const char *begin = said + said_length, *first_end = strchr(said, '\n');

  for (int lines = 0; begin > said && lines < 31; begin--)
    lines += begin[-1] == '\n' && begin < said + said_length;
  if (first_end && begin > first_end)
    printf("| %.*s\n", (int)(first_end - said), said);
  for (char *rest = (char *)begin, *line; (line = strsep(&rest, "\n"));)
    if (*line)
      printf("| %s\n", line);
}

// The program that libbpf could not load, according to its messages, or NULL.
static struct bpf_program *rejected_program(struct bpf_object *object) {
  char words[256];
  struct bpf_program *program;

  bpf_object__for_each_program(program, object) {
    snprintf(words, sizeof(words), "prog '%s': BPF program load failed", bpf_program__name(program));
    if (bpf_program__autoload(program) && strstr(said, words))
      return program;
  }
  return NULL;
}

struct bpf_object *load_accepted(const char *path) {
  char *rejected[512];
  size_t count = 0;

  for (;;) {
    said_length = 0;
    said[0] = 0;
    struct bpf_object *object = bpf_object__open_file(path, NULL);
    for (size_t number = 0; object && number < count; number++)
      bpf_program__set_autoload(bpf_object__find_program_by_name(object, rejected[number]), false);
    if (object && !bpf_object__load(object))
      return object;
    struct bpf_program *program = object ? rejected_program(object) : NULL;
    if (!program || count == sizeof(rejected) / sizeof(*rejected)) {
      printf("unloadable %s\n", path);
      print_said();
      bpf_object__close(object);
      return NULL;
    }
    printf("rejected %s\n", bpf_program__name(program));
    print_said();
    rejected[count++] = strdup(bpf_program__name(program));
    bpf_object__close(object);
  }
}

void collect_messages(void) { libbpf_set_print(note); }
