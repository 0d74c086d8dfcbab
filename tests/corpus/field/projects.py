# The projects whose programs ../field/run compiles: where Debian has the sources, which files are programs, and what the
# project's own Makefile or meson.build gives clang for them. `projects.py` alone prints the packages, one a line.
#
# In the flags {root} is the folder of the project, {made} that of libbpf's headers and the running kernel's vmlinux.h, {here} this
# one, {multiarch} Debian's folder of headers for this machine, {machine} its name in libbpf's headers, and {host} the folders that
# Makefiles ask clang for. A project without a package is of the kernel's sources.
import collections

Project = collections.namedtuple("Project", "name package sources flags loader", defaults=["libbpf"])

COMMON = "-g -O2 --target=bpf -D__TARGET_ARCH_{machine} "
OLD = "-g -O2 -target bpf -D__TARGET_ARCH_{machine} "
XDP_TOOLS = ("-target bpf -Wall -Wno-unused-value -Wno-pointer-sign -Wno-compare-distinct-pointer-types -Wno-visibility -Werror "
             "-fno-stack-protector -DBPF_DIR_MNT=\"/sys/fs/bpf\" -DBPF_OBJECT_PATH=\"/usr/lib/bpf\" -DMAX_DISPATCHER_ACTIONS=10 "
             "-DTOOLS_VERSION=\"1\" -DLIBBPF_VERSION=\"1\" -DRUNDIR=\"/run\" -D_LARGEFILE64_SOURCE -D_FILE_OFFSET_BITS=64 "
             "-I{root}/headers -I{made} -O2 -g")
MESON = "-Wno-compare-distinct-pointer-types -fno-stack-protector -O2 -target bpf -g -D__x86_64__ -I. -isystem {multiarch} -I{made}"

PROJECTS = [
    Project("hid-bpf", None, ["drivers/hid/bpf/progs/*.bpf.c"],
            "-g -O2 --target=bpf -Wall -Werror -I{made} -I{root}/tools/include/uapi"),
    Project("preload", None, ["kernel/bpf/preload/iterators/*.bpf.c"],
            "-g -O2 --target=bpf -mlittle-endian -I{made} -I{root}/tools/include/uapi"),
    Project("perf", None, ["tools/perf/util/bpf_skel/*.bpf.c"],
            "-g -O2 --target=bpf -Wall -Werror -I{made} {host} -I{root}/tools/include/uapi"),
    Project("bpftool", None, ["tools/bpf/bpftool/skeleton/*.bpf.c"],
            "-I{made} -I{root}/tools/include/uapi -g -O2 -Wall -fno-stack-protector --target=bpf"),
    Project("runqslower", None, ["tools/bpf/runqslower/*.bpf.c"], "-g -O2 --target=bpf -I{made} -I{root}/tools/include/uapi"),
    Project("sched_ext", None, ["tools/sched_ext/*.bpf.c"],
            "-g -D__TARGET_ARCH_{machine} -mlittle-endian -I{root}/tools/sched_ext/include -I{root}/tools/sched_ext/include/bpf-compat "
            "-I{made} -I{root}/tools/include/uapi -I{root}/include {host} -Wall -Wno-compare-distinct-pointer-types -O2 -mcpu=v3 "
            "-target bpf"),
    Project("hid", None, ["samples/hid/*.bpf.c"],
            COMMON + "-Wno-compare-distinct-pointer-types -I{root}/include -I{root}/samples/bpf -I{root}/tools/include -I{made} {host}"),
    Project("bcc", "bpfcc", ["libbpf-tools/*.bpf.c"], "-g -O2 -Wall -Werror=undef -target bpf -D__TARGET_ARCH_{machine} -I{made}"),
    Project("bpftop", "bpftop", ["src/bpf/*.bpf.c"], OLD),
    Project("bpftune", "bpftune", ["src/*.bpf.c"],
            "-g -fno-stack-protector -Wall -Wno-incompatible-pointer-types-discards-qualifiers -std=gnu17 -D__TARGET_ARCH_{machine} -O2 "
            "-target bpf -I{root}/include -I{made} -I/usr/include -I{root}/include/uapi"),
    Project("cilium-ebpf", "golang-github-cilium-ebpf", ["testdata/*.c", "btf/testdata/*.c", "cmd/bpf2go/testdata/*.c"],
            "-O2 -g -Wall -Werror -mcpu=v2 -target bpfel", "cilium-ebpf"),
    Project("cilium-ebpf-examples", "golang-github-cilium-ebpf", ["examples/*/*.c"],
            "-O2 -g -Wall -Werror -mcpu=v2 -I{root}/examples/headers -target bpfel -D__TARGET_ARCH_{machine}", "cilium-ebpf"),
    Project("falco", "falcosecurity-libs", ["driver/modern_bpf/programs/**/*.bpf.c"],
            OLD + "-D__NDEBUG__ -D__USE_VMLINUX__ -I{made} -I{root}/driver/modern_bpf -I{root}/driver -I{root} -I{here}/include "
            "{host}"),
    Project("fastnetmon", "fastnetmon", ["src/xdp_plugin/xdp_kernel.c"], "-g -O2 -target bpf -I{multiarch}"),
    Project("knot", "knot", ["src/libknot/xdp/bpf-kernel.c"], "-O2 -g -target bpf -I{multiarch} -I{made}"),
    Project("mimic", "mimic", ["bpf/*.c"],
            "--target=bpf -mcpu=v3 -g -O2 -iquote{root} -Wall -std=gnu99 -DMIMIC_CHECKSUM_HACK_kprobe -DMIMIC_BPF "
            "-DMIMIC_BPF_TARGET_ARCH_x86_64 -D__TARGET_ARCH_{machine} -I{made}"),
    Project("network-manager", "network-manager", ["src/core/bpf/*.bpf.c"], "-std=gnu17 -Wunused -Wimplicit-fallthrough " + MESON),
    Project("oar", "oar", ["sources/core/tools/oarcgdev/oarcgdev-ebpf.c"], "-I{multiarch} -O2 -target bpf -mcpu=v3 -g"),
    Project("pwru", "pwru", ["bpf/*.c"],
            "-O2 -mcpu=v1 -target bpfel -D__TARGET_ARCH_{machine} -g -DOUTPUT_SKB -DHAS_KPROBE_MULTI -I{root}/bpf/headers "
            "-Wno-address-of-packed-member", "cilium-ebpf"),
    Project("qemu", "qemu", ["tools/ebpf/*.bpf.c"], "-I{multiarch} -D__KERNEL__ -D__ASM_SYSREG_H -I{root}/include -O2 -g -target bpf"),
    Project("suricata", "suricata", ["ebpf/*.c"],
            "-Wall -I{root}/ebpf/include -O2 -g -I{multiarch} -D__KERNEL__ -D__ASM_SYSREG_H -target bpf"),
    Project("systemd", "systemd", ["src/**/*.bpf.c"], "-std=gnu11 " + MESON),
    Project("xdp-tools", "xdp-tools", ["lib/**/*.bpf.c", "xdp-*/*.bpf.c", "xdp-filter/xdpfilt_*.c", "xdp-dump/xdpdump_*.c",
                                       "lib/testing/xdp_*.c", "lib/libxdp/xsk_def_*.c", "lib/libxdp/tests/xdp_*.c"], XDP_TOOLS),
]

if __name__ == "__main__":
    print(*sorted({project.package for project in PROJECTS if project.package}), sep="\n")
