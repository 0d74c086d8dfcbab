// The inputs of a run by their number, for host.c and loader.c. Packets and map values consist of boundary values,
// small numbers and random numbers.
#include <string.h>

enum { PACKET = 128 };

static unsigned long long state;

static unsigned long long random_word(void) {
  state += 0x9E3779B97F4A7C15ull;
  unsigned long long mixed = (state ^ state >> 30) * 0xBF58476D1CE4E5B9ull;
  mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBull;
  return mixed ^ mixed >> 31;
}

static unsigned long long interesting_word(void) {
  static const unsigned long long words[] = {0,
                                             ~0ull,
                                             1,
                                             0x8000000000000000ull,
                                             0x7fffffffffffffffull,
                                             0x8000000080000000ull,
                                             0x7fffffff7fffffffull,
                                             0x80008000ffff7fffull,
                                             0x8080ff7f80ff7f01ull,
                                             0xffffffff00000000ull,
                                             0x00000000ffffffffull,
                                             0xc0a80001c0a80001ull,
                                             0x80000000c0a80001ull,
                                             0xc0a80001ffffffffull};
  unsigned long long word = random_word(), kind = word % 4;
  if (kind == 0)
    return word >> 2;
  if (kind == 1)
    return (word >> 2) % 17;
  return words[(word >> 2) % (sizeof(words) / sizeof(*words))];
}

// Starts the random words of the input with this number for the packet or map of this name.
static void begin_input(unsigned number, const char *name) {
  state = number;
  for (; *name; name++)
    state = state * 31 + (unsigned char)*name;
}

static void fill_bytes(void *to, size_t size) {
  for (size_t at = 0; at < size; at += 8) {
    unsigned long long word = interesting_word();
    memcpy((char *)to + at, &word, size - at < 8 ? size - at : 8);
  }
}

// Some are shorter than programs require. The kernel rejects packets below 14 bytes.
static size_t packet_length(unsigned number) {
  static const size_t lengths[] = {PACKET, PACKET, PACKET, 64, PACKET, 100, PACKET, 33};
  return lengths[number % 8];
}

static unsigned context_word(unsigned number) {
  begin_input(number, "context");
  return interesting_word();
}
