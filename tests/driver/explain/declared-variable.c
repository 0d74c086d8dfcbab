// Where nothing on the path is the cause, the declaration of the variable is shown: a dynptr that no call makes.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf --verify -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf --verify -DREPAIRED -c %s -o %t.o
//
// CHECK: declared-variable.c:[[#@LINE+19]]:9: error: the 3rd argument of bpf_dynptr_read(), '&record', is no initialized dynptr
// CHECK: declared-variable.c:[[#@LINE+13]]:27: note: 'record' is declared here
// CHECK: note: make it with bpf_dynptr_from_*() or bpf_ringbuf_reserve_dynptr() first
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct bpf_dynptr other; // of this name is nothing in the function
char memory[16];

SEC("tc")
int sum(struct __sk_buff *skb)
{
        int first = 0;
        int size = sizeof(first);
        struct bpf_dynptr record;
#ifdef REPAIRED
        bpf_dynptr_from_mem(memory, sizeof(memory), 0, &record);
#endif

        bpf_dynptr_read(&first, size, &record, 0, 0);
        return first == 1;
}

char _license[] SEC("license") = "GPL";
