// An object that is cut off anywhere, or has a wrong bit anywhere, is read or rejected, and never the end of bpfbtf.
// RUN: %bpfcc -c %s -o %t.o
// RUN: every-damage %t.o %bpfbtf merge -o %t.btf {}
// RUN: every-damage %t.btf %bpfbtf dump {}
struct pair { int first, second; } both;
int sum(void) { return both.first + both.second; }
