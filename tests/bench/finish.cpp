// finish OBJECT [ROUNDS]: how long it takes to make the types of an object ready, as bpfcc does with every object that
// it writes: read, filled in, written into the object again. Prints the median in milliseconds.
#include "btf/BTF.h"
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace bpf::btf;

/// \returns how long one took; negative where it failed.
static double once(ByteView Object) {
  auto Begin = std::chrono::steady_clock::now();
  Result<TypeFile> File = decodeFile(Object);
  if (!File || !finish(File->Types, Object) || !attach(Object, File->Types, File->Code ? &*File->Code : nullptr))
    return -1;
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - Begin).count();
}

int main(int Count, char **Words) {
  if (Count < 2)
    return 2;
  Result<Bytes> Object = readBytes(Words[1]);
  if (!Object)
    return 1;
  std::vector<double> Times(Count > 2 ? std::atoi(Words[2]) : 100);
  for (double &Each : Times)
    if (Each = once(*Object); Each < 0)
      return 1;
  std::nth_element(Times.begin(), Times.begin() + Times.size() / 2, Times.end());
  std::printf("%.3f\n", Times[Times.size() / 2]);
}
