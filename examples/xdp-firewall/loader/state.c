#include "state.h"
#include <bpf/bpf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/vfs.h>
#include <unistd.h>

#define MAPS 4

static const char *const map_pins[MAPS] = { PINS "/rules", PINS "/counters", PINS "/traffic", PINS "/interfaces" };

enum outcome lock_pins(void)
{
	struct statfs file_system;
	int folder;

	if (statfs(BPF_FS, &file_system))
		return fail(-errno, "cannot look at " BPF_FS);
	if (file_system.f_type != BPF_FS_MAGIC)
		return reject("mount one, and run all commands where it is visible: mount -t bpf bpf " BPF_FS,
			      "no BPF file system is mounted at " BPF_FS);
	folder = open(BPF_FS, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder < 0 || flock(folder, LOCK_EX))
		return fail(-errno, "cannot open " BPF_FS);
	return DONE;
}

void link_path(__u32 ifindex, char path[LINK_PATH])
{
	snprintf(path, LINK_PATH, PINS "/link-%u", ifindex);
}

// The link of an interface that was deleted is still pinned, and has no interface any more.
static bool is_gone(__u32 ifindex)
{
	struct bpf_link_info link = {};
	__u32 size = sizeof(link);
	char path[LINK_PATH];
	bool gone;
	int fd;

	link_path(ifindex, path);
	fd = bpf_obj_get(path);
	if (fd < 0)
		return false;
	gone = !bpf_obj_get_info_by_fd(fd, &link, &size) && !link.xdp.ifindex;
	close(fd);
	return gone;
}

static void forget_what_is_gone(const struct state *state)
{
	__u32 ifindex, *last = NULL;

	while (!bpf_map_get_next_key(state->interfaces, last, &ifindex)) {
		if (is_gone(ifindex)) {
			forget_interface(state, ifindex);
			last = NULL;
		} else {
			last = &ifindex;
		}
	}
}

static enum outcome reject_unattached(void)
{
	return reject("'fwd attach IFACE' attaches one", "no interface is attached");
}

enum outcome open_state(struct state *state)
{
	int *const maps[MAPS] = { &state->rules, &state->counters, &state->traffic, &state->interfaces };

	for (int i = 0; i < MAPS; i++) {
		*maps[i] = bpf_obj_get(map_pins[i]);
		if (*maps[i] == -ENOENT)
			return reject_unattached();
		if (*maps[i] < 0)
			return fail(*maps[i], "cannot open %s", map_pins[i]);
	}
	forget_what_is_gone(state);
	return remove_pins_if_unused(state) ? reject_unattached() : DONE;
}

void forget_interface(const struct state *state, __u32 ifindex)
{
	struct traffic_key key = { .ifindex = ifindex };
	char path[LINK_PATH];

	link_path(ifindex, path);
	unlink(path);
	for (key.direction = 0; key.direction < DIRECTIONS; key.direction++)
		for (key.protocol = 0; key.protocol <= OTHER_PROTOCOL; key.protocol++)
			bpf_map_delete_elem(state->traffic, &key);
	bpf_map_delete_elem(state->interfaces, &ifindex);
}

bool remove_pins_if_unused(const struct state *state)
{
	__u32 ifindex;

	if (bpf_map_get_next_key(state->interfaces, NULL, &ifindex) != -ENOENT)
		return false;
	for (int i = 0; i < MAPS; i++)
		unlink(map_pins[i]);
	rmdir(PINS);
	return true;
}
