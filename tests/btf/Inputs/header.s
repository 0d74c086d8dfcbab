# The header of .BTF, for a file that goes on with the labels types:, strings: and end:.
.section .BTF,"",@progbits
.short 0xeb9f
.byte 1, 0
.long 24, 0, strings - types, strings - types, end - strings
