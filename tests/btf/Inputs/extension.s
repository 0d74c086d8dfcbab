# A program's types, and the header of .BTF.ext for a file that goes on with the labels functions:, lines:, relocations:
# and done:.
.include "header.s"
types:
.long 1, 0x01000000, 4, 0x01000020 # INT int
.long 0, 0x0d000000, 1             # FUNC_PROTO
.long 5, 0x0c000001, 2             # FUNC main
strings:
.asciz "", "int", "main", "text"
end:
.section .BTF.ext,"",@progbits
.short 0xeb9f
.byte 1, 0
.long 32, 0, lines - functions, lines - functions, relocations - lines, relocations - functions, done - relocations
