// The work is done by btf/; it knows neither Target nor LLVM.
#include "driver/Types.h"
#include "btf/BTF.h"

using namespace llvm;

namespace bpf {

static Error failure(const btf::Error &E) {
  return createStringError(inconvertibleErrorCode(), "the types of the object cannot be finished: " + E.Message);
}

Expected<Bytes> finishTypes(Bytes Object, const Target &For) {
  btf::ByteView View(Object.data(), Object.size());
  if (!btf::hasTypes(View))
    return Object;
  btf::Result<btf::TypeFile> File = btf::decodeFile(View);
  if (!File)
    return failure(File.error());
  if (btf::Result<btf::Done> Finished = btf::finish(File->Types, View); !Finished)
    return failure(Finished.error());
  btf::Result<btf::Bytes> Written = btf::attach(View, File->Types, File->Code ? &*File->Code : nullptr);
  if (!Written)
    return failure(Written.error());
  return Bytes(Written->begin(), Written->end());
}

} // namespace bpf
