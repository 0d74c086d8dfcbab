// A branch over more instructions than it reaches up to v3: lines of assembly, which compile faster than statements.
#define FOUR(x) x x x x
#define MANY(x) FOUR(FOUR(FOUR(FOUR(FOUR(FOUR(x))))))
int large(volatile int *p) {
  if (*p)
    asm volatile(MANY("r0 = 0\nr0 = 0\nr0 = 0\nr0 = 0\nr0 = 0\nr0 = 0\nr0 = 0\nr0 = 0\nr0 = 0\n") ::: "r0");
  return 0;
}
