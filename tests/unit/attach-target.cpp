// attach-target ROOT SECTION...: what the kernel whose lists are under ROOT lacks of each section's target, a line
// each. All of them are sections of one object.
#include "driver/load/AttachTarget.h"
#include <cstdio>

using namespace llvm;

int main(int Count, char **Arguments) {
  if (Count < 3)
    return 2;
  bpf::KernelNames Kernel(Arguments[1]);
  std::vector<std::string> Sections(Arguments + 2, Arguments + Count);
  for (const std::string &Each : Sections) {
    std::optional<bpf::MissingTarget> Missing = bpf::missingTarget(Each, Sections, Kernel);
    if (!Missing)
      std::printf("%s: nothing\n", Each.c_str());
    else
      std::printf("%s: no %s %s, near %s\n", Each.c_str(), Missing->What.c_str(), Missing->Name.c_str(),
                  Missing->Nearest.empty() ? "none" : Missing->Nearest.c_str());
  }
}
