// attach OBJECT OUT: the object with its own types, finished, in place of those it has.
#include "btf/BTF.h"
#include <cstdio>

using namespace bpf::btf;

static Result<Bytes> attached(const char *Path) {
  Result<Bytes> Content = readBytes(Path);
  if (!Content)
    return Content.error();
  Result<TypeFile> File = decodeFile(*Content);
  if (!File)
    return File.error();
  if (Result<Done> R = finish(File->Types, *Content); !R)
    return R.error();
  return attach(*Content, File->Types, File->Code ? &*File->Code : nullptr);
}

int main(int Count, char **Arguments) {
  Result<Bytes> Object = Count == 3 ? attached(Arguments[1]) : Result<Bytes>(Error{"OBJECT OUT"});
  if (!Object) {
    std::fprintf(stderr, "attach: %s\n", Object.error().Message.c_str());
    return 1;
  }
  FILE *Out = std::fopen(Arguments[2], "w");
  return Out && std::fwrite(Object->data(), 1, Object->size(), Out) == Object->size() && std::fclose(Out) == 0 ? 0 : 1;
}
