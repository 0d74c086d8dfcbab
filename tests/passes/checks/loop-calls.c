// A loop that calls functions is one like others, but where one of them may end the program or counts for the kernel.
// REQUIRES: bpf-load
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Of two of them 6.18's verifier says that it has a bug.
// RUN: %bpfcc -Wno-bpf-loop -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct bpf_iter_num {
  __u64 opaque;
};
extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;
extern void bpf_throw(__u64 cookie) __ksym;
extern int bpf_iter_num_new(struct bpf_iter_num *it, int start, int end) __ksym __weak;
extern int *bpf_iter_num_next(struct bpf_iter_num *it) __ksym __weak;
extern void bpf_iter_num_destroy(struct bpf_iter_num *it) __ksym __weak;
char license[] SEC("license") = "GPL";
static __noinline int draw(int floor) { return bpf_get_prandom_u32() + floor; }
static __noinline void give_up(__u64 why) {
  if (why > 100)
    bpf_throw(why);
}
SEC("tc") int of_program(struct __sk_buff *skb) {
  int sum = 0;
  // CHECK: loop-calls.c:[[@LINE+1]]:3: warning: 'mark' of 'skb' determines how often this loop runs
  for (__u32 i = 0; i != skb->mark; ++i)
    sum += draw(sum);
  return sum;
}
SEC("tc") int of_kernel(struct __sk_buff *skb) {
  // CHECK: loop-calls.c:[[@LINE+1]]:3: warning: 'mark' of 'skb' determines how often this loop runs
  for (__u32 i = 0; i != skb->mark; ++i) {
    bpf_rcu_read_lock();
    bpf_rcu_read_unlock();
  }
  return 0;
}
SEC("tc") int endless(struct __sk_buff *skb) {
  // CHECK: loop-calls.c:[[@LINE+1]]:3: error: this loop never exits
  for (;;)
    draw(1);
}
SEC("tc") int thrown(struct __sk_buff *skb) {
  for (;;)
    give_up(bpf_get_prandom_u32());
}
SEC("tc") int iterated(struct __sk_buff *skb) {
  struct bpf_iter_num it;
  int sum = 0;
  bpf_iter_num_new(&it, 0, 1000000);
  for (int *i; (i = bpf_iter_num_next(&it));)
    sum += draw(*i);
  bpf_iter_num_destroy(&it);
  return sum;
}
// KERNEL-DAG: of_kernel: rejected
// KERNEL-DAG: endless: rejected
// KERNEL-DAG: iterated: loads
