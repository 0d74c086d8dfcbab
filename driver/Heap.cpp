// Measured on a minimal XDP program: 1100 page faults instead of 1790, and a tenth less time, for 3 MB more at the
// peak.
#include "driver/Heap.h"
#include "driver/Outcome.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Signals.h"
#include <cstdint>
#include <cstdlib>
#include <malloc.h>
#include <new>
#include <sys/mman.h>
#include <unistd.h>

namespace bpf {

/// Says so without allocating; what is beside an output is removed as after a signal.
[[noreturn]] static void endWithoutMemory() {
  constexpr char Words[] = "bpfcc: error: out of memory\n";
  [[maybe_unused]] ssize_t Written = write(STDERR_FILENO, Words, sizeof(Words) - 1);
  llvm::sys::RunInterruptHandlers();
  _exit(int(Outcome::NotDone));
}

void prepareHeap() {
  std::set_new_handler(endWithoutMemory);
  llvm::install_bad_alloc_error_handler([](void *, const char *, bool) { endWithoutMemory(); });
  constexpr int Piece = 32 << 20;
  constexpr uintptr_t HugePage = 2 << 20;
  // glibc would map each block from 128 KB on by itself, and return it when it is freed.
  mallopt(M_MMAP_THRESHOLD, Piece);
  mallopt(M_TRIM_THRESHOLD, 2 * Piece);
  mallopt(M_TOP_PAD, Piece);
  // The first block that does not fit makes the heap grow by a piece, none of it touched yet.
  void *Block = malloc(HugePage);
  if (!Block)
    return;
  auto Start = (reinterpret_cast<uintptr_t>(Block) + HugePage - 1) & ~(HugePage - 1);
  auto End = reinterpret_cast<uintptr_t>(sbrk(0)) & ~(HugePage - 1);
  free(Block);
  if (Start < End)
    madvise(reinterpret_cast<void *>(Start), End - Start, MADV_HUGEPAGE);
}

} // namespace bpf
