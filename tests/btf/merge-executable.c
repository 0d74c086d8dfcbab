// In an executable the linker has filled in what lies where, at addresses: merge takes it as it is.
// RUN: %bpfcc -c %s -o %t.o
// RUN: cp %t.o %t.executable && printf '\002' | dd of=%t.executable bs=1 seek=16 conv=notrunc
// RUN: llvm-readelf -h %t.executable | grep EXEC
// RUN: llvm-objcopy --remove-section=.symtab --remove-section=".rel*" %t.executable %t.stripped
// RUN: %bpfbtf merge -o %t.btf %t.stripped
// RUN: %bpfbtf dump number %t.btf | grep VAR
int number = 1;
