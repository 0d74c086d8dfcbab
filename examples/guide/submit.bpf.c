// Notes for each request to a disk when it came: a probe of submit_bio(), and a map in the form that libbpf had once. The
// value has a hole of four bytes at its end. An initialiser fills it with zeros; what is assigned member by member would
// take into the map what lay on the stack.
#include "idioms.h"
#include <linux/ptrace.h>
#include <bpf/bpf_tracing.h>

// libbpf's own definition of a map until its release 1.0. Today's headers have it no more.
struct bpf_map_def {
	unsigned int type;
	unsigned int key_size;
	unsigned int value_size;
	unsigned int max_entries;
	unsigned int map_flags;
};

struct request {
	uint64_t start;
	uint64_t end;
	uint32_t sector;
};

struct bpf_map_def requests __section("maps") = {
	.type = BPF_MAP_TYPE_HASH,
	.key_size = sizeof(uint64_t),
	.value_size = sizeof(struct request),
	.max_entries = 4096,
};

__section("kprobe/submit_bio")
int submit_bio_entry(struct pt_regs *ctx)
{
	uint64_t bio = PT_REGS_PARM1(ctx);
	struct request request = { .start = ktime_get_ns() };

	map_update_elem(&requests, &bio, &request, BPF_ANY);
	printk("submit_bio(%lx) at %llu\n", bio, request.start);
	return 0;
}

char __license[] __section("license") = "GPL";
