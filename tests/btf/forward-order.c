// Forward declarations and type tags are in the order in which they are referred to first, and so are their strings; in
// a part of a link too. LLVM made `early` first.
// RUN: %bpfcc -mcpu=v3 -Wno-bpf-context-access %s -o %t.o && %bpfbtf dump %t.o | FileCheck %s
// RUN: %bpfcc -mcpu=v3 -Wno-bpf-context-access --link-later %s -o %t.part.o && %bpfbtf dump %t.part.o | FileCheck %s
// RUN: llvm-objcopy --dump-section=.BTF=%t.btf %t.o && tr '\0' '\n' <%t.btf | grep -a '^tag_' | FileCheck --check-prefix=STRINGS %s
// RUN: %bpfbtf dump --format=ext %t.part.o >%t.part.ext && llvm-readelf -rW %t.part.o | FileCheck --check-prefix=PART %s
#define SEC(name) __attribute__((section(name), used))
#define TAGGED(name) __attribute__((btf_type_tag(name)))

struct early {
  int member;
};
struct late {
  int member;
};
struct inside {
  struct early *plain;
  struct early TAGGED("tag_early") * *tagged;
} global = {0};
struct context {
  struct late TAGGED("tag_late") * *tagged;
  struct late *late;
  struct early *early;
};
SEC("socket") int program(struct context *context) { return context->late->member; }

// CHECK:      DATASEC '.bss'
// CHECK:      [15] FWD 'late' fwd_kind=struct
// CHECK-NEXT: [16] TYPE_TAG 'tag_late' type_id=15
// CHECK-NEXT: [17] FWD 'early' fwd_kind=struct
// CHECK-NEXT: [18] TYPE_TAG 'tag_early' type_id=17

// STRINGS:      tag_late
// STRINGS-NEXT: tag_early

// PART: .rel.BTF.ext
