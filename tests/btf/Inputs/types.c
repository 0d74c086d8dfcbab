// Seeds of the DWARF reader: every kind of type.
struct list { struct list *next, *prev; };
enum large { BIG = 0x1ffffffffULL, SMALL = 1 } large_one = BIG;
enum negative { MINUS = -1, PLUS = 1 } negative_one = MINUS;
float number = 1; double d; _Bool b;
struct bits { int a:3; unsigned b:7; struct list l; union { int x; char y[4]; }; int m[2][3]; int flex[]; };
typedef int (*fn)(struct bits *, const char *fmt, ...);
fn callback; static int hidden = 3; int *volatile const restrict_thing;
static inline int helper(int value) { return value + hidden; }
int global(struct list *l, int x) { static int local; local += x; return helper(x) + local; }
