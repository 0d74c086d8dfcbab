#include "interface.h"
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <linux/if_link.h>
#include <net/if.h>
#include <stdio.h>
#include <unistd.h>
#include "fw.skel.h"
#include "state.h"

static const enum bpf_tc_attach_point points[DIRECTIONS] = { [INGRESS] = BPF_TC_INGRESS, [EGRESS] = BPF_TC_EGRESS };

static enum outcome find_interface(const char *name, __u32 *ifindex)
{
	*ifindex = if_nametoindex(name);
	if (!*ifindex)
		return reject("'ip link' lists the interfaces", "no interface '%s'", name);
	return DONE;
}

static enum outcome attach_xdp(const struct fw *fw, const char *name, __u32 ifindex, bool generic)
{
	LIBBPF_OPTS(bpf_link_create_opts, options, .flags = generic ? XDP_FLAGS_SKB_MODE : 0);
	int link = bpf_link_create(bpf_program__fd(fw->progs.filter), ifindex, BPF_XDP, &options);
	char path[LINK_PATH];
	int error;

	if (link == -EBUSY || link == -EEXIST)
		return reject("'bpftool net' lists it", "'%s' already has another XDP program", name);
	if (link < 0)
		return fail(link, "cannot attach XDP to '%s'", name);
	link_path(ifindex, path);
	error = bpf_obj_pin(link, path);
	close(link);
	return error ? fail(error, "cannot pin %s", path) : DONE;
}

static int attach_tc(const struct fw *fw, __u32 ifindex, struct attachment *attachment)
{
	const struct bpf_program *const programs[] = { [INGRESS] = fw->progs.ingress, [EGRESS] = fw->progs.egress };
	LIBBPF_OPTS(bpf_tc_hook, hook, .ifindex = ifindex, .attach_point = BPF_TC_INGRESS | BPF_TC_EGRESS);
	int error = bpf_tc_hook_create(&hook);

	if (error && error != -EEXIST)
		return error;
	attachment->made_clsact = !error;
	for (int direction = 0; direction < DIRECTIONS; direction++) {
		LIBBPF_OPTS(bpf_tc_opts, options, .prog_fd = bpf_program__fd(programs[direction]));

		// The kernel chooses a handle and a priority that nobody has.
		hook.attach_point = points[direction];
		error = bpf_tc_attach(&hook, &options);
		if (error)
			return error;
		attachment->handle[direction] = options.handle;
		attachment->priority[direction] = options.priority;
	}
	return 0;
}

// A clsact queue goes if attach_tc() made it, and with it the filters that were put there since.
static int detach_tc(__u32 ifindex, const struct attachment *attachment)
{
	LIBBPF_OPTS(bpf_tc_hook, hook, .ifindex = ifindex);
	int first = 0;

	for (int direction = 0; direction < DIRECTIONS; direction++) {
		LIBBPF_OPTS(bpf_tc_opts, options, .handle = attachment->handle[direction],
			    .priority = attachment->priority[direction]);
		int error;

		if (!options.priority)
			continue;
		hook.attach_point = points[direction];
		error = bpf_tc_detach(&hook, &options);
		first = first ?: error;
	}
	if (attachment->made_clsact) {
		hook.attach_point = BPF_TC_INGRESS | BPF_TC_EGRESS;
		first = bpf_tc_hook_destroy(&hook);
	}
	// The filter is not there, or the queue is not: somebody else was faster.
	return first == -ENOENT || first == -EINVAL ? 0 : first;
}

// Unlike removing the pin, this is done when it returns.
static int detach_xdp(__u32 ifindex)
{
	char path[LINK_PATH];
	int link, error;

	link_path(ifindex, path);
	link = bpf_obj_get(path);
	if (link == -ENOENT)
		return 0;
	if (link < 0)
		return link;
	error = bpf_link_detach(link);
	close(link);
	return error;
}

// Makes a note first: when attaching fails or is killed halfway, detach finds what is there.
static enum outcome attach_noted(const struct fw *fw, const struct state *state, const char *name, __u32 ifindex,
				 bool generic)
{
	struct attachment attachment = {};
	enum outcome outcome;
	int error = bpf_map_update_elem(state->interfaces, &ifindex, &attachment, BPF_NOEXIST);

	if (error == -EEXIST)
		return reject("'fwd detach IFACE' detaches it", "'%s' is already attached", name);
	if (error)
		return fail(error, "cannot note '%s'", name);

	outcome = attach_xdp(fw, name, ifindex, generic);
	if (outcome == DONE) {
		error = attach_tc(fw, ifindex, &attachment);
		if (!error)
			error = bpf_map_update_elem(state->interfaces, &ifindex, &attachment, BPF_EXIST);
		if (!error)
			return DONE;
		outcome = fail(error, "cannot attach to tc's hooks of '%s'", name);
	}
	detach_tc(ifindex, &attachment);
	detach_xdp(ifindex);
	forget_interface(state, ifindex);
	return outcome;
}

enum outcome attach_interface(const char *name, bool generic)
{
	LIBBPF_OPTS(bpf_object_open_opts, options, .pin_root_path = PINS);
	struct state state;
	enum outcome outcome;
	struct fw *fw;
	__u32 ifindex;
	int error;

	outcome = find_interface(name, &ifindex);
	if (outcome == DONE)
		outcome = lock_pins();
	if (outcome != DONE)
		return outcome;

	// libbpf takes the maps that are pinned, and pins those that are not.
	fw = fw__open_opts(&options);
	if (!fw)
		return fail(-errno, "cannot open the programs");
	error = fw__load(fw);
	if (error) {
		outcome = fail(error, "cannot load the programs");
	} else {
		state = (struct state){
			.rules = bpf_map__fd(fw->maps.rules),
			.counters = bpf_map__fd(fw->maps.counters),
			.traffic = bpf_map__fd(fw->maps.traffic),
			.interfaces = bpf_map__fd(fw->maps.interfaces),
		};
		outcome = attach_noted(fw, &state, name, ifindex, generic);
		remove_pins_if_unused(&state);
	}
	fw__destroy(fw);
	return outcome;
}

enum outcome detach_interface(const char *name)
{
	struct attachment attachment;
	enum outcome outcome;
	struct state state;
	__u32 ifindex;
	int error;

	outcome = find_interface(name, &ifindex);
	if (outcome == DONE)
		outcome = lock_pins();
	if (outcome == DONE)
		outcome = open_state(&state);
	if (outcome != DONE)
		return outcome;

	if (bpf_map_lookup_elem(state.interfaces, &ifindex, &attachment))
		return reject("'fwd attach IFACE' attaches it", "'%s' is not attached", name);
	error = detach_tc(ifindex, &attachment);
	if (!error)
		error = detach_xdp(ifindex);
	if (error)
		return fail(error, "cannot detach '%s'", name);
	forget_interface(&state, ifindex);
	remove_pins_if_unused(&state);
	return DONE;
}
