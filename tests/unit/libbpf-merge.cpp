// libbpf-merge OUT BASE|- FILE...: what btf__add_btf() and btf__dedup() make of the files' types, for comparison.
#include <bpf/btf.h>
#include <cerrno>
#include <cstdio>
#include <cstring>

static int fail(const char *What) {
  std::fprintf(stderr, "libbpf-merge: %s: %s\n", What, std::strerror(errno));
  return 1;
}

int main(int Count, char **Arguments) {
  if (Count < 4)
    return fail("OUT BASE|- FILE...");
  bool IsSplit = std::strcmp(Arguments[2], "-") != 0;
  btf *Base = IsSplit ? btf__parse(Arguments[2], nullptr) : nullptr;
  btf *All = IsSplit ? btf__new_empty_split(Base) : btf__new_empty();
  for (int Index = 3; Index < Count; ++Index) {
    btf *One = btf__parse(Arguments[Index], nullptr);
    if (!One || btf__add_btf(All, One) < 0)
      return fail(Arguments[Index]);
    btf__free(One);
  }
  if (btf__dedup(All, nullptr) != 0)
    return fail("btf__dedup");
  unsigned Size = 0;
  const void *Raw = btf__raw_data(All, &Size);
  FILE *Out = std::fopen(Arguments[1], "w");
  if (!Out || std::fwrite(Raw, 1, Size, Out) != Size || std::fclose(Out) != 0)
    return fail(Arguments[1]);
  btf__free(All);
  btf__free(Base);
  return 0;
}
