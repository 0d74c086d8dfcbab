# The features of this machine that tests may require, found by trying, never by version numbers:
#
#   bpf-load     the kernel loads a program, through bpftool
#   bpf-run      ... and runs it (`bpftool prog run`)
#   netns        a network namespace with a veth pair and a clsact queue can be made
#   tracing      a trace buffer of one's own can be made
#   vmlinux-btf  the running kernel tells its types
#   root         the tests run as root
#   linux-source the kernel's selftests are here, in Debian's archive
#   strace       a system call of a program can be made to fail
#   dwz          debug information can be shared out
#   ccache       compiles go through ccache
#   redis        a Redis server can be started
#   clangd       clang's language server is here
#   bash, zsh, fish   these shells are here
#   mandoc, man  what reads manual pages is here
#   debian       Debian's packages can be made
#   debootstrap  a clean Debian can be made in a folder, from the archive that debootstrap knows
#   old-kernel   Debian's Linux 6.1 is here, or can be downloaded, and what boots it
#   libbpf-1.5   bpfcc was built with libbpf 1.5 or later; the build says so, see lit.cfg.py
#   fast-strings bpfcc was built with a string table of its own (cmake/build/FastStrings.cmake); the build says so too
#   verify-guest what --verify=X.Y boots was built, see driver/guest; the build says so too
#   bundled-headers  the kernel's headers are installed with bpfcc, see cmake/fetch-headers; the build says so too
#   other-user   bpfcc can be run, with what lies beside it, as another user, for whom bpf() is not permitted
import os
import subprocess
import tempfile

KERNEL = "/usr/src/linux-source-6.12.tar.xz"
KEPT_KERNEL = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "build/kernels/vmlinuz-6.1")

# What debootstrap reads first.
ARCHIVE = """
    . /etc/os-release
    command -v debootstrap && wget -q --timeout=10 --tries=1 -O /dev/null "http://deb.debian.org/debian/dists/$VERSION_CODENAME/InRelease"
"""

# What tests/kernel/old/run keeps, or reads first.
OLD_KERNEL = """
    qemu-system-x86_64 --version || exit
    test -e "$0" || wget -q --timeout=10 --tries=1 -O /dev/null http://deb.debian.org/debian/dists/bookworm/InRelease
"""

# Returns 0 and does nothing else; `socket` and `xdp` are the sections by which bpftool knows the type.
PROGRAM = """
    .section {section},"ax",@progbits
    .globl returns_zero
    .type returns_zero,@function
returns_zero:
    r0 = 0
    exit
    .size returns_zero, .-returns_zero
"""


def attempt(environment, *command, **more):
    """Runs a command. Returns what it said where it failed, and nothing where it went well."""
    try:
        result = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                text=True, timeout=60, **more)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return (result.stdout.strip() or "no reason given") if result.returncode else ""


def try_program(environment, folder, section, run):
    """Has the kernel load, and perhaps run, a program that no compiler of this project made."""
    program = os.path.join(folder, section + ".o")
    pin = f"/sys/fs/bpf/bpftoolchain-{section}-{os.getpid()}"
    why_not = attempt(environment, "llvm-mc", "-triple=bpf", "-filetype=obj", "-o", program,
                      input=PROGRAM.format(section=section))
    why_not = why_not or attempt(environment, "bpftool", "prog", "load", program, pin)
    if not why_not and run:
        packet = os.path.join(folder, "packet")
        with open(packet, "wb") as file:
            file.write(bytes(64))
        why_not = attempt(environment, "bpftool", "prog", "run", "pinned", pin, "data_in", packet)
    if os.path.exists(pin):
        os.unlink(pin)
    return why_not


def find(environment, bpfcc):
    """Every feature, with the reason why it is missing, or with nothing where it is there."""
    namespace = "ip link add left type veth peer name right && tc qdisc add dev left clsact"
    buffer = f"/sys/kernel/tracing/instances/bpftoolchain-{os.getpid()}"
    tracing = f"mount -t tracefs tracefs /sys/kernel/tracing && mkdir {buffer} && rmdir {buffer}"
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    with tempfile.TemporaryDirectory() as folder:
        return {
            "bpf-load": try_program(environment, folder, "socket", run=False),
            "bpf-run": try_program(environment, folder, "xdp", run=True),
            "netns": attempt(environment, "unshare", "--net", "sh", "-c", namespace),
            "tracing": attempt(environment, "unshare", "--mount", "sh", "-c", tracing),
            "vmlinux-btf": "" if os.path.exists("/sys/kernel/btf/vmlinux") else "no /sys/kernel/btf/vmlinux",
            "linux-source": "" if os.path.exists(KERNEL) else f"no {KERNEL}",
            "dwz": attempt(environment, "dwz", "--version"),
            "strace": attempt(environment, "not", "fault", "write:error=ENOSPC", "echo", "written"),
            "ccache": attempt(environment, "ccache", "--version"),
            "redis": attempt(environment, "with-redis", "true"),
            "clangd": attempt(environment, "clangd-22", "--version"),
            "bash": attempt(environment, "bash", "--version"),
            "zsh": attempt(environment, "zsh", "--version"),
            "fish": attempt(environment, "fish", "--version"),
            "mandoc": attempt(environment, "mandoc", "/dev/null"),
            "man": attempt(environment, "sh", "-c", "man --version && groff --version"),
            "debian": attempt(environment, "dpkg-shlibdeps", "--version"),
            "debootstrap": attempt(environment, "sh", "-c", ARCHIVE),
            "old-kernel": attempt(environment, "sh", "-c", OLD_KERNEL, KEPT_KERNEL),
            "root": "" if os.geteuid() == 0 else "not root",
            "other-user": attempt(environment, *nobody, bpfcc, "--print-profile"),
        }
