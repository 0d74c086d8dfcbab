// The smallest program that loads: tests of the command line compile it where what is in it does not matter.
__attribute__((section("xdp"))) int drop(void *context) { return 1; }
