# heavy.py KIND SCALE: prints a large program, SCALE times as large as the one that RESULTS.md speaks of.
import sys

HEAD = """#define SEC(name) __attribute__((section(name), used))
char _license[] SEC("license") = "GPL";
"""


def names(scale):
    """2,000 structures of 20 members: 42,000 names."""
    for number in range(int(2000 * scale)):
        yield f"struct s{number} {{ {' '.join(f'int m{number}_{member};' for member in range(20))} }} v{number};"


def functions(scale):
    """2,000 programs of a few lines."""
    for number in range(int(2000 * scale)):
        yield (f'SEC("xdp")\nint program{number}(unsigned *ctx)\n{{\n'
               f"        unsigned a{number} = ctx[0], b{number} = ctx[1];\n\n"
               f"        if (a{number} > {number})\n                b{number} += a{number} * {number + 3};\n"
               f"        return a{number} + b{number};\n}}\n")


def unrolled(scale):
    """200 programs whose loop is unrolled 250 times: 350,000 instructions."""
    for number in range(int(200 * scale)):
        yield (f'SEC("xdp") int program{number}(volatile unsigned *ctx) {{ unsigned long long sum = {number};\n'
               "#pragma clang loop unroll(full)\n"
               "for (int i = 0; i < 250; i++) { unsigned a = ctx[i & 3]; if (a > i) sum = (sum ^ a) * (i + 3) + a; } return sum; }")


def relocations(scale):
    """20,000 CO-RE relocations in 200 programs."""
    members = " ".join(f"int m{number};" for number in range(100))
    yield f"struct type {{ {members} }} __attribute__((preserve_access_index));"
    for number in range(int(200 * scale)):
        reads = " ".join(f"sum += t->m{member};" for member in range(100))
        yield f'SEC("tp_btf/sched_switch") long program{number}(struct type **ctx) {{ struct type *t = ctx[0]; long sum = 0; {reads} return sum; }}'


print(HEAD, *{each.__name__: each for each in (names, functions, unrolled, relocations)}[sys.argv[1]](float(sys.argv[2])), sep="\n")
