// A program that no kernel could load: tests of the levels compile it. What it asks for is on line 3.
__attribute__((section("xdp"))) int prog(void *context) {
  return (long)__builtin_return_address(0);
}
