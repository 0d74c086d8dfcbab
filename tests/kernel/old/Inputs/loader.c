// Asks the kernel that it runs on about every program of the objects in a folder, each loaded alone, and says a line
// for each: "OBJECT: PROGRAM: loads", "... rejected: REASON" with the verifier's decisive line, "... not judged: REASON"
// where the verifier was not asked. The words are those of tests/corpus/verdict.py, which asks the running kernel.
//
// Options after the folder:
//
//   types     also asks about the BTF of each object as it is, of which libbpf gives a kernel only what it knows:
//             "OBJECT: (types): loads"
//   counts    "loads: 120 instructions, 340 verified": the instructions of the program with the functions that it calls, and
//             how many the verifier walked (0 before Linux 5.16)
//   fill      sets the sizes of maps that the object leaves to its loader
//
//   loader FOLDER [OPTION...]    to the standard output
//   as process 1             what a kernel finds as /init in the archive of tests/kernel/old/run: makes ready what
//                            libbpf looks for, asks about /objects, writes to the second serial line, ends the machine
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

// As long as libbpf's longest log, and a word about it.
static char said[(1 << 24) + 4096];
static size_t length;
static int types_too, counts_too, fills;

static int note(enum libbpf_print_level level, const char *form, va_list arguments) {
  if (level == LIBBPF_DEBUG)
    return 0;
  int written = vsnprintf(said + length, sizeof(said) - length, form, arguments);
  if (written > 0)
    length += (size_t)written < sizeof(said) - length ? (size_t)written : sizeof(said) - length - 1;
  return 0;
}

static int starts_with(const char *line, const char *word) { return !strncmp(line, word, strlen(word)); }

// Splits what was said into lines and prints the one that tells why. Only where the verifier was asked and said no does
// its log end with "processed N insns"; the line before that is its reason. Elsewhere libbpf's first line is.
static void explain(const char *where) {
  char *before = NULL, *last = NULL, *first = NULL;

  for (char *rest = said, *line; (line = strsep(&rest, "\n"));) {
    if (!*line)
      continue;
    if (!first)
      first = line;
    if (starts_with(line, "processed ") && strstr(line, " insns"))
      before = last;
    last = line;
  }
  if (before)
    printf("%s: rejected: %s\n", where, before);
  else
    printf("%s: not judged: %s\n", where, first ? first : "nothing said");
}

// Older headers do not have it.
enum { CGROUP_LOCAL_STORAGE = 32 };

// Map types without max_entries, or whose max_entries libbpf sets.
static int has_no_entries(unsigned type) {
  return type == BPF_MAP_TYPE_PERF_EVENT_ARRAY || type == BPF_MAP_TYPE_CGROUP_STORAGE ||
         type == BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE || type == BPF_MAP_TYPE_SK_STORAGE || type == BPF_MAP_TYPE_INODE_STORAGE ||
         type == BPF_MAP_TYPE_TASK_STORAGE || type == CGROUP_LOCAL_STORAGE;
}

// One entry, a page for ring buffers, and stack traces of the kernel's usual depth.
static void fill(struct bpf_map *map) {
  enum bpf_map_type type = bpf_map__type(map);
  int is_ring = type == BPF_MAP_TYPE_RINGBUF || type == BPF_MAP_TYPE_USER_RINGBUF;

  if (!bpf_map__max_entries(map) && !has_no_entries(type))
    bpf_map__set_max_entries(map, is_ring ? 4096 : 1);
  if (type == BPF_MAP_TYPE_STACK_TRACE && !bpf_map__value_size(map))
    bpf_map__set_value_size(map, 8 * 127);
}

// Opens an object to load one program, or all if name is NULL.
static struct bpf_object *open_for(const char *path, const char *name) {
  struct bpf_program *program;
  struct bpf_map *map;
  struct bpf_object *opened = bpf_object__open_file(path, NULL);

  bpf_object__for_each_program(program, opened)
      bpf_program__set_autoload(program, !name || !strcmp(bpf_program__name(program), name));
  bpf_object__for_each_map(map, opened) {
    // A pinned map would remain, and be used for the next object.
    bpf_map__set_pin_path(map, NULL);
    if (fills)
      fill(map);
  }
  length = 0;
  said[0] = 0;
  return opened;
}

static void print_loaded(const char *object, const struct bpf_program *program) {
  struct bpf_prog_info info = {0};
  __u32 size = sizeof(info);

  printf("%s: %s: loads", object, bpf_program__name(program));
  if (counts_too) {
    bpf_obj_get_info_by_fd(bpf_program__fd(program), &info, &size);
    printf(": %zu instructions, %u verified", bpf_program__insn_cnt(program), info.verified_insns);
  }
  printf("\n");
}

// Most objects load as a whole, which is faster than program by program.
static int load_all(const char *path, const char *object) {
  struct bpf_program *program;
  struct bpf_object *opened = open_for(path, NULL);
  int loads = !bpf_object__load(opened);

  if (loads)
    bpf_object__for_each_program(program, opened) print_loaded(object, program);
  bpf_object__close(opened);
  return loads;
}

static void ask(const char *path, const char *object, const char *name) {
  char where[512];
  struct bpf_object *opened = open_for(path, name);

  snprintf(where, sizeof(where), "%s: %s", object, name);
  if (bpf_object__load(opened))
    explain(where);
  else
    print_loaded(object, bpf_object__find_program_by_name(opened, name));
  bpf_object__close(opened);
}

// Where the kernel knows a kind of type, its log is the types one by one with a reason in the last line; where not,
// that line is it.
static void ask_types(const struct bpf_object *opened, const char *object) {
  LIBBPF_OPTS(bpf_btf_load_opts, options, .log_buf = said, .log_size = 1 << 24, .log_level = 1);
  __u32 size;
  const struct btf *types = bpf_object__btf(opened);

  if (!types)
    return;
  const void *bytes = btf__raw_data(types, &size);
  said[0] = 0;
  int loaded = bpf_btf_load(bytes, size, &options);
  if (loaded >= 0) {
    printf("%s: (types): loads\n", object);
    close(loaded);
    return;
  }
  char *last = strerror(errno);
  for (char *rest = said, *line; (line = strsep(&rest, "\n"));)
    if (*line)
      last = line;
  printf("%s: (types): rejected: %s\n", object, last);
}

static void ask_all(const char *path, const char *object) {
  struct bpf_program *program;

  length = 0;
  said[0] = 0;
  struct bpf_object *opened = bpf_object__open_file(path, NULL);
  if (!opened) {
    printf("%s: not judged: %s\n", object, length ? strtok(said, "\n") : strerror(errno));
    return;
  }
  if (!load_all(path, object))
    bpf_object__for_each_program(program, opened) ask(path, object, bpf_program__name(program));
  if (types_too)
    ask_types(opened, object);
  bpf_object__close(opened);
}

static int is_object(const struct dirent *entry) {
  const char *end = strrchr(entry->d_name, '.');
  return end && !strcmp(end, ".o");
}

// In a process of its own: libbpf may crash on an odd object.
static void ask_apart(const char *path, const char *object) {
  int status = 0;
  pid_t child = fork();

  if (child == 0) {
    ask_all(path, object);
    _exit(fflush(stdout) ? 2 : 0);
  }
  if (child < 0 || waitpid(child, &status, 0) < 0 || status)
    printf("%s: not judged: libbpf ended before it had asked about every program\n", object);
}

static int ask_folder(const char *folder) {
  struct dirent **entries;
  struct utsname kernel;
  char path[4096];
  int count = scandir(folder, &entries, is_object, alphasort);

  if (count < 0) {
    fprintf(stderr, "error: %s: %s\n", folder, strerror(errno));
    return 2;
  }
  for (int i = 0; i < count; i++) {
    snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name);
    ask_apart(path, entries[i]->d_name);
    fflush(stdout);
  }
  // Tells that nothing was cut off.
  uname(&kernel);
  printf("asked Linux %s about %d objects\n", kernel.release, count);
  return fflush(stdout) ? 2 : 0;
}

static int make(const char *folder, const char *type) {
  mkdir(folder, 0755);
  return mount(type, folder, type, 0, NULL);
}

// What a boot loader and an init would have done.
static void make_ready(void) {
  struct termios line;
  int serial;

  make("/dev", "devtmpfs");
  make("/proc", "proc");
  make("/sys", "sysfs");
  make("/sys/fs/bpf", "bpf");
  make("/sys/kernel/debug", "debugfs");
  make("/sys/kernel/tracing", "tracefs");
  serial = open("/dev/ttyS1", O_WRONLY | O_NOCTTY);
  if (serial < 0 || tcgetattr(serial, &line)) {
    fprintf(stderr, "error: /dev/ttyS1: %s\n", strerror(errno));
    return;
  }
  cfmakeraw(&line);
  tcsetattr(serial, TCSANOW, &line);
  dup2(serial, STDOUT_FILENO);
}

int main(int count, char **words) {
  int is_init = getpid() == 1;

  if (!is_init && count < 2) {
    fprintf(stderr, "usage: %s FOLDER [types] [counts] [fill]\n", words[0]);
    return 1;
  }
  for (int word = 1; word < count; word++) {
    types_too |= !strcmp(words[word], "types");
    counts_too |= !strcmp(words[word], "counts");
    fills |= !strcmp(words[word], "fill");
  }
  if (is_init)
    make_ready();
  libbpf_set_print(note);
  int status = ask_folder(is_init ? "/objects" : words[1]);
  if (!is_init)
    return status;
  tcdrain(STDOUT_FILENO);
  return reboot(RB_AUTOBOOT);
}
