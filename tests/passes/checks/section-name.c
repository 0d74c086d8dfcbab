// A section of which libbpf does not know the type, with what was probably meant. The kernel is not even asked then.
// REQUIRES: bpf-load
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=SAYS
// RUN: %bpfcc --loader=bpftool -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=BPFTOOL
// RUN: %bpfcc -Werror --loader=iproute2 -c %s -o %t.o
// RUN: %bpfcc -Werror --loader=libbpf:0.8 -c %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#define PROGRAM(section, name) SEC(section) int name(void *context) { return 0; }
// BPFTOOL: section-name.c:[[@LINE+2]]:1: warning: bpftool knows no program type for section 'xpd'
// CHECK: section-name.c:[[@LINE+1]]:1: warning: libbpf knows no program type for section 'xpd', and loads 'slip' only if the type is set explicitly [-Wbpf-section-name]
PROGRAM("xpd", slip)
// CHECK: note: did you mean SEC("xdp")?
// CHECK: :[[@LINE+1]]:1: warning: {{.*}}'xdp/drop'
PROGRAM("xdp/drop", longer)
// CHECK: note: did you mean SEC("xdp")?
// CHECK: :[[@LINE+1]]:1: warning: {{.*}}'kprobes/do_nanosleep'
PROGRAM("kprobes/do_nanosleep", head)
// CHECK: note: did you mean SEC("kprobe/do_nanosleep")?
// CHECK: :[[@LINE+1]]:1: warning: {{.*}}'tc_ingress'
PROGRAM("tc_ingress", other)
// CHECK: note: did you mean SEC("tc/ingress")?
// CHECK: :[[@LINE+1]]:1: warning: {{.*}}'?socket1'
PROGRAM("?socket1", optional)
// CHECK: note: did you mean SEC("socket")?
// CHECK: :[[@LINE+1]]:1: warning: {{.*}}'my_own'
PROGRAM("my_own", own)
// CHECK: note: libbpf knows xdp, tc, socket
// CHECK: :[[@LINE+1]]:1: warning: {{.*}}'prog'
PROGRAM("prog", guide)
// CHECK: note: this is a section name of ip and tc (--loader=iproute2); for libbpf use SEC("xdp")
// CHECK: :[[@LINE+1]]:1: warning: {{.*}}'egress'
PROGRAM("egress", guide_too)
// CHECK: note: {{.*}} for libbpf use SEC("tc")
// CHECK-NOT: warning:
PROGRAM("xdp", good)
PROGRAM("xdp.frags", fragments)
PROGRAM("classifier", still_known)
PROGRAM("action", known_too)
PROGRAM("kprobe/do_nanosleep", probe)
PROGRAM("tracepoint/sched/sched_switch", point)
PROGRAM("?socket", asked_for)
// CHECK: 8 warnings generated
// SAYS: slip: not judged: {{.*}}missing BPF prog type, check ELF section name 'xpd'
// SAYS: longer: not judged: {{.*}}missing BPF prog type
// SAYS: head: not judged: {{.*}}missing BPF prog type
// SAYS: other: not judged: {{.*}}missing BPF prog type
// SAYS: optional: not judged: {{.*}}missing BPF prog type
// SAYS: own: not judged: {{.*}}missing BPF prog type
// SAYS: guide: not judged: {{.*}}missing BPF prog type
// SAYS: guide_too: not judged: {{.*}}missing BPF prog type
// SAYS: good: loads
// SAYS: still_known: loads
// SAYS: known_too: loads
// SAYS: point: loads
// SAYS: asked_for: loads
