// Lists of ids as the kernel's macros make them (BTF_KFUNCS_START, BTF_ID_FLAGS, BTF_SET_START in include/linux/btf_ids.h).
// FAST_ID, SLOW_ID: what resolve_btfids fills in, and sorts by.
#ifndef SLOW_ID
#define SLOW_ID "0"
#define FAST_ID "0"
#endif
#define ID(Function, Id, Flags) "__BTF_ID__func__" Function "__17:\n.long " Id "\n.long " Flags "\n"
#define SET(Kind, Name, Flags, Ids)                                                                                    \
  asm(".pushsection .BTF_ids,\"a\"\n__BTF_ID__" Kind "__" Name ":\n.long 2\n.long " Flags "\n" Ids                     \
      ".size __BTF_ID__" Kind "__" Name ", .-__BTF_ID__" Kind "__" Name "\n.popsection");

// 4096 is KF_FASTCALL, 1 KF_ACQUIRE.
SET("set8", "own", "1", ID("slow__call", SLOW_ID, "1") ID("fast_call", FAST_ID, "4096"))
SET("set8", "of_hooks", "0", ID("hook", "0", "4096"))
SET("set", "of_ids", "1", ID("listed", "0", "0"))

struct item {
  int number;
};
int slow__call(struct item *first) { return first->number; }
int fast_call(struct item *first, long second) { return first->number + second; }
int hook(int only) { return only; }
int listed(int only) { return only; }
