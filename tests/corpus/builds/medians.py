# The ratio of instructions between two builds, program by program: a sum says more about the few large programs.
import re
import statistics
import subprocess

from build import tool

# Sections by what their programs do with a packet or an event.
GROUPS = {
    "XDP and tc": re.compile(r"xdp|tcx?(/|$)|classifier|action|netkit|cgroup_skb|sk_skb|lwt_|socket"),
    "tracing": re.compile(r"k(ret)?probe|u(ret)?probe|usdt|k(ret)?syscall|(raw_)?tracepoint|(raw_)?tp(_btf)?(\.w)?/|f(mod_)?(entry|exit|ret)|"
                          r"perf_event|iter|lsm"),
}
SYMBOL = re.compile(r"^[0-9a-f]+ \S.{6} (?P<section>\S+)\t[0-9a-f]+ (?:\.\S+ )?(?P<name>\S+)$", re.MULTILINE)


def sections(path):
    """{symbol: section} of an object, as the llvm-objdump beside clang prints them."""
    said = subprocess.run([tool("llvm-objdump"), "-t", path], stdout=subprocess.PIPE, text=True, errors="replace", check=True).stdout
    return {found["name"]: found["section"] for found in SYMBOL.finditer(said)}


def group_of(section):
    return next((name for name, pattern in GROUPS.items() if pattern.match(section.lstrip("?"))), "other")


def medians(old, new, section_of):
    """{group: [number of programs that load in both, median of new / old]}. old, new, section_of: by (source, program)."""
    ratios = {}
    for key in old.keys() & new.keys():
        if old[key].kind == new[key].kind == "loads" and old[key].instructions:
            ratios.setdefault(group_of(section_of.get(key, "")), []).append(new[key].instructions / old[key].instructions)
    return {group: [len(each), statistics.median(each)] for group, each in sorted(ratios.items())}
