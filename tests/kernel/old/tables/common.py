"""What the modules beside this one share: where the tables are, what they say, and how programs are made that show it."""
import os
import pathlib
import re
import subprocess
import sys

ROWS = pathlib.Path(__file__).resolve().parents[1] / "Inputs/rows"
SOURCE = pathlib.Path(__file__).resolve().parents[4]
TABLES = SOURCE / "passes/target"
CLANG = os.environ.get("CLANG", "clang-22")
# Prints what the tables say, so that what is held against the kernel is what a check would be told.
FACTS = os.environ.get("FACTS", SOURCE / "build/release/tests/unit/target-facts")

# Sections whose programs are loaded, for each type of program and the attach types that matter. KPROBE is at many functions. What the
# kernel or libbpf does not know is not judged.
SECTIONS = ["socket", "kprobe/do_nanosleep", "kprobe.multi/do_nanosleep", "uprobe.s", "tc", "action", "tp/sched/sched_switch", "xdp",
            "xdp/devmap", "perf_event", "cgroup_skb/egress", "cgroup_skb/ingress", "cgroup/sock_create", "cgroup/sock_release",
            "cgroup/post_bind4", "cgroup/post_bind6", "cgroup/bind4", "cgroup/bind6", "cgroup/connect4", "cgroup/connect6",
            "cgroup/recvmsg4", "cgroup/recvmsg6", "cgroup/sendmsg4", "cgroup/sendmsg6", "cgroup/getpeername4", "cgroup/getsockname6",
            "cgroup/dev", "cgroup/sysctl", "cgroup/getsockopt", "cgroup/setsockopt", "lwt_in", "lwt_out", "lwt_xmit",
            "lwt_seg6local", "sockops", "sk_skb", "sk_msg", "raw_tp/sched_switch", "sk_reuseport", "sk_lookup", "flow_dissector",
            "lirc_mode2", "syscall", "netfilter", "fentry/bpf_fentry_test1", "fentry.s/bpf_fentry_test1", "fexit/bpf_fentry_test1",
            "fmod_ret/bpf_modify_return_test", "tp_btf/sched_switch", "iter/task"]
# Those that are not loaded without a license.
LICENSED = ["lsm/file_open", "lsm.s/file_open", "lsm_cgroup/socket_bind"]

LICENSE = """
    .section license,"aw",@progbits
    .asciz "GPL"
"""


def compile(*arguments, **more):
    if subprocess.run([CLANG, "--target=bpf", "-c", *arguments], **more).returncode:
        sys.exit(2)


def assemble(path, programs, license=""):
    """An object of programs: (section, name, assembly)."""
    text = "".join(f'''
    .section "{section}","ax",@progbits
    .globl {name}
    .type {name},@function
{name}:
    {code}
    exit
    .size {name}, .-{name}
''' for section, name, code in programs)
    compile("-xassembler", "-", "-o", path, input=text + license, text=True)


def release(text):
    return tuple(map(int, text.split(".")))


def name_of(section):
    """What the program of that section is called."""
    return "in_" + re.sub(r"\W", "_", section)


def known(section):
    """The section as the tables name it: without what it is attached to."""
    return section if section.startswith(("cgroup", "xdp", "tc", "sk_")) else section.split("/")[0]


def facts(table, kernel):
    """What a table says of a release: lines of words."""
    printed = subprocess.run([FACTS, table, ".".join(map(str, kernel))], stdout=subprocess.PIPE, text=True, check=True).stdout
    return [line.split() for line in printed.splitlines()]


def newest_known():
    """The newest release that the tables know."""
    major, minor = re.search(r"^NEWEST_RELEASE\((\d+), (\d+)\)", (TABLES / "Releases.def").read_text(), re.MULTILINE).groups()
    return int(major), int(minor)


def stable_changes():
    """{helper: releases} whose stable kernels have a change to its callers that the table tells of a later release."""
    found = {}
    for releases, helper in re.findall(r'^// Stable too: ([\d. ]+)\n(?:NO_CALLERS|CALLER_SECTIONS)\("(\w+)"',
                                       (TABLES / "Helpers.def").read_text(), re.MULTILINE):
        found.setdefault(helper, set()).update(release(each) for each in releases.split())
    return found


def is_judged(words):
    return not words.startswith("not judged")
