// Loads the programs of an object that the kernel accepts.
#include <bpf/libbpf.h>

// Keeps libbpf's messages, which load_accepted() needs, instead of printing them.
void collect_messages(void);

// Loads an object without the programs that are rejected, and prints those with the reasons in the format of loader.c.
// Returns NULL if the object cannot be loaded at all, which it prints too. The caller closes it.
struct bpf_object *load_accepted(const char *path);
