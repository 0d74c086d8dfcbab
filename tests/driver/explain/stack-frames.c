// The functions whose frames are too large together are named with their sizes.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc --verify -Wno-bpf-stack-size -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --verify -DREPAIRED -c %s -o %t.o
//
// CHECK: error: the frames of 2 functions that call each other need {{[0-9]+}} bytes of stack, and 512 is the limit
// CHECK: stack-frames.c:[[#@LINE+20]]:1: note: this function uses 3{{[0-9][0-9]}} bytes of stack
// CHECK: stack-frames.c:[[#@LINE+10]]:1: note: this function uses 3{{[0-9][0-9]}} bytes of stack
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#ifdef REPAIRED
#define SIZE 100
#else
#define SIZE 300
#endif

static __attribute__((noinline)) int inner(int first)
{
        char text[SIZE];
        __builtin_memset(text, first, sizeof(text));
        barrier_var(first);
        return bpf_trace_printk(text, sizeof(text));
}

SEC("tc")
int outer(struct __sk_buff *skb)
{
        char text[SIZE];
        __builtin_memset(text, skb->len, sizeof(text));
        return bpf_trace_printk(text, sizeof(text)) + inner(skb->mark) > 0;
}

char _license[] SEC("license") = "GPL";
