// A pointer is made again behind the second check of its index, but not one into the packet, which was compared itself.
// REQUIRES: bpf-load
// RUN: %bpfcc -mcpu=v3 -fno-bpf-remade-pointers %s -o %t.off.o && kernel-says %t.off.o | FileCheck %s --check-prefix=OFF
// RUN: %bpfcc -mcpu=v3 -Rbpf-transforms %s -o %t.o 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: kernel-says %t.o | FileCheck %s
// OFF: saved: rejected: R1 max value is outside of the allowed memory range
// OFF: packet: loads
// REMARK-DAG: remade-pointers.c:{{[0-9]+}}:{{[0-9]+}}: remark: a pointer is made again behind a check of its index [bpf-remade-pointers]
// CHECK: saved: loads
// CHECK: packet: loads
#include "Inputs/values.h"
struct buffer {
  __u16 offset;
  __u8 number, bytes[1024];
};
struct {
  __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, struct buffer);
} buffers SEC(".maps");

static __always_inline void save(struct buffer *buffer, void *from, __u32 size, __u8 index) {
  if (buffer->offset >= 1024)
    return;
  buffer->bytes[buffer->offset] = index;
  if (buffer->offset > 1024 - 100 - 1)
    return;
  if (bpf_probe_read_kernel(&buffer->bytes[buffer->offset + 1], size, from) < 0)
    return;
  buffer->offset += size + 1;
  buffer->number++;
}
SEC("tp/syscalls/sys_enter_openat") int saved(__u64 *context) {
  __u32 key = 0;
  struct buffer *buffer = bpf_map_lookup_elem(&buffers, &key);
  if (!buffer)
    return 0;
  buffer->offset = 0;
  __u64 arguments[] = {context[2], context[3]};
  save(buffer, &arguments[0], sizeof(arguments[0]), 0);
  save(buffer, &arguments[1], sizeof(arguments[1]), 1);
  return 0;
}
SEC("xdp") int packet(struct xdp_md *context) {
  __u8 *data = (__u8 *)(long)context->data, *end = (__u8 *)(long)context->data_end;
  if (data + 1 > end)
    return XDP_PASS;
  __u64 offset = data[0];
  if (offset > 200)
    return XDP_PASS;
  __u8 *header = data + offset;
  if (header + 4 > end)
    return XDP_PASS;
  __u32 sum = header[0];
  if (offset < 100)
    sum += header[1];
  return sum > 300 ? XDP_DROP : XDP_PASS;
}
