// A function of the C library.
// check: unresolved-call
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>
#ifdef FIXED
#define BAD_OR_FIXED(bad, fixed) fixed
#else
#define BAD_OR_FIXED(bad, fixed) bad
#endif

extern int atoi(const char *);
SEC("tracepoint/syscalls/sys_enter_execve") int program(void *ctx) {
  char comm[16];
  bpf_get_current_comm(comm, sizeof comm);
  return BAD_OR_FIXED(atoi(comm), comm[0] - '0');
}
char license[] SEC("license") = "GPL";
