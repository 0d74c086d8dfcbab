// A call that is left, rejected for a loader without calls only: with less than an error it makes a good object.
static __attribute__((noinline)) int apart(volatile int *value) { return *value; }
__attribute__((section("xdp"))) int prog(void *context) {
  int local = 1;
  return apart(&local);
}
