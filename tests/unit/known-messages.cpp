// Matches every row of KnownMessages.def with its own example, and with no other row's.
#include "driver/object/KnownMessages.h"
#include "llvm/Support/Regex.h"
#include <cstdio>

using namespace bpf;

int main() {
  bool AreGood = true;
  llvm::ArrayRef<KnownMessageRow> Rows = knownMessages();
  for (size_t Row = 0; Row < Rows.size(); ++Row)
    for (size_t Example = 0; Example < Rows.size(); ++Example)
      if (isMessage(KnownMessage(Row), Rows[Example].Example) != (Row == Example)) {
        std::printf("'%s' and '%s'\n", Rows[Row].Words.str().c_str(), Rows[Example].Example.str().c_str());
        AreGood = false;
      }
  std::printf("%zu rows\n", Rows.size());
  return !AreGood;
}
