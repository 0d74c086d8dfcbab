// The least that loads an object, for the row of --verify.
#include <bpf/libbpf.h>

int main(int count, char **words) {
  struct bpf_object *object = bpf_object__open(words[1]);
  return !object || bpf_object__load(object);
}
