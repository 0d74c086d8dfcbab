// kernel-loads FILE...: the running kernel takes the raw BTF in each file (BPF_BTF_LOAD); its words where it does not.
#include "btf/BTF.h"
#include <bpf/bpf.h>
#include <cstdio>
#include <unistd.h>

using namespace bpf::btf;

static bool loads(const char *Path) {
  Result<Bytes> Content = readBytes(Path);
  std::vector<char> Words(1 << 20);
  LIBBPF_OPTS(bpf_btf_load_opts, Options);
  Options.log_buf = Words.data();
  Options.log_size = Words.size();
  Options.log_level = 1;
  int Loaded = Content ? bpf_btf_load(Content->data(), Content->size(), &Options) : -1;
  if (Loaded < 0)
    std::fprintf(stderr, "%s is rejected:\n%s\n", Path, Words.data());
  else
    close(Loaded);
  return Loaded >= 0;
}

int main(int Count, char **Arguments) {
  bool IsGood = Count > 1;
  for (int Index = 1; Index < Count; ++Index)
    IsGood &= loads(Arguments[Index]);
  return IsGood ? 0 : 1;
}
