// Names that C has taken: the second of its kind goes on with ___2, which libbpf leaves aside.
// RUN: split-file %s %t
// RUN: clang --target=bpf -g -c %t/names.c -o %t/names.o
// RUN: %bpfbtf dump --format=c %t/names.o > %t/names.h
// RUN: FileCheck %s < %t/names.h
// RUN: %bpfbtf dump %t/names.o | btf-as-c asserts %t/names.h > %t/asserts.c
// RUN: clang --target=bpf -Werror -c %t/asserts.c -o %t/asserts.o
// CHECK-DAG: struct same {
// CHECK-DAG: struct same___2 {
// CHECK-DAG: typedef int same;
// CHECK-DAG: typedef long same___2;
// CHECK-DAG: ONE = 11,
// CHECK-DAG: ONE___2 = 1,
// CHECK-DAG: union tag {
// CHECK-DAG: struct tag___2 {

//--- names.c
typedef int same;
enum first { ONE = 1 } first;
int function(void) {
  static struct same { int a; same b; } one;
  static union tag { int a; } three;
  one.a = three.a;
  return one.a;
}
int other(void) {
  typedef long same;
  enum second { ONE = 11 };
  static struct same { same a; enum second b; } two;
  static struct tag { int a; short b; } four;
  two.a = four.a;
  return two.a + two.b;
}
