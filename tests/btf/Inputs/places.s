# Functions with parameters in all sorts of places. gone_* is what consistent_func leaves out, kept_* what it does not; clang_* is kept
# where clang made the unit, gcc_* where another compiler did. Given are the machine, the VERSION of DWARF, and CLANG.
	.ifdef X86_64
	.equ R1, 5; .equ R2, 4; .equ R3, 1; .equ WIDE_NEXT, R3
	.endif
	.ifdef AARCH64
	.equ R1, 0; .equ R2, 1; .equ R3, 2; .equ WIDE_NEXT, R3
	.endif
	.ifdef S390X
	.equ R1, 2; .equ R2, 3; .equ R3, 4; .equ WIDE_NEXT, R2
	.endif
	.ifdef POWERPC64
	.equ R1, 3; .equ R2, 4; .equ R3, 5; .equ WIDE_NEXT, R3
	.endif
	.equ FBREG, 0x91

	.macro attributes tag, children, list:vararg
	.equ NUMBER, NUMBER + 1
	.uleb128 NUMBER
	.uleb128 \tag
	.byte \children
	.uleb128 \list
	.byte 0, 0
	.endm
	.equ NUMBER, 0
	.section .debug_abbrev,"",@progbits
.Labbreviations:
# Abbreviation 1, unit: producer, language
	attributes 0x11, 1, 0x25,8, 0x13,11
# Abbreviation 2, base type: name, size, encoding
	attributes 0x24, 0, 3,8, 11,11, 0x3e,11
# Abbreviation 3, function: name, type, calling convention, low_pc
	attributes 0x2e, 1, 3,8, 0x49,0x13, 0x36,11, 0x11,1
# Abbreviation 4, parameter: name, type, expression
	attributes 0x05, 0, 3,8, 0x49,0x13, 2,0x18
# Abbreviation 5, parameter: name, type, list
	attributes 0x05, 0, 3,8, 0x49,0x13, 2,0x17
# Abbreviation 6, parameter: name, type
	attributes 0x05, 0, 3,8, 0x49,0x13
# Abbreviation 7, function of the source: name, type, inline
	attributes 0x2e, 1, 3,8, 0x49,0x13, 0x20,11
# Abbreviation 8, function of the code: origin, low_pc
	attributes 0x2e, 1, 0x31,0x13, 0x11,1
# Abbreviation 9, its parameter: origin, expression
	attributes 0x05, 0, 0x31,0x13, 2,0x18
# Abbreviation 10, structure: name, size
	attributes 0x13, 1, 3,8, 11,11
# Abbreviation 11, member: name, type, place
	attributes 0x0d, 0, 3,8, 0x49,0x13, 0x38,11
	.byte 0

	.macro begin name, symbol, convention=1
	.pushsection .text
	.type \symbol,%function
\symbol:
	.long 0
	.popsection
	.byte 3
	.asciz "\name"
	.long .Llong - .Lunit
	.byte \convention
	.quad \symbol
	.endm
	.macro parameter name, type, expression:vararg
	.byte 4
	.asciz "\name"
	.long \type - .Lunit
	.byte 9f - 8f
8:	.byte \expression
9:
	.endm
	.macro listed name, type, list
	.byte 5
	.asciz "\name"
	.long \type - .Lunit
	.long \list
	.endm
	.macro placeless name, type
	.byte 6
	.asciz "\name"
	.long \type - .Lunit
	.endm
	.macro end
	.byte 0
	.endm

	.section .debug_info,"",@progbits
.Lunit:
	.long .Lend - .Lunit - 4
	.short VERSION
	.if VERSION == 5
	.byte 1, 8
	.long .Labbreviations
	.else
	.long .Labbreviations
	.byte 8
	.endif
	.byte 1
	.ifdef CLANG
	.asciz "a clang version 22"
	.else
	.asciz "GNU C"
	.endif
	.byte 12
.Llong:
	.byte 2
	.asciz "long"
	.byte 8, 5
.Lbyte:
	.byte 2
	.asciz "byte"
	.byte 1, 5
.Lwide:
	.byte 2
	.asciz "wide"
	.byte 16, 5
.Lpair:
	.byte 10
	.asciz "pair"
	.byte 16, 11
	.asciz "small"
	.long .Lbyte - .Lunit
	.byte 0, 11
	.asciz "large"
	.long .Llong - .Lunit
	.byte 8, 0
.Lpacked:
	.byte 10
	.asciz "packed"
	.byte 9, 11
	.asciz "small"
	.long .Lbyte - .Lunit
	.byte 0, 11
	.asciz "large"
	.long .Llong - .Lunit
	.byte 1, 0

	begin kept_expected, kept_expected
	parameter a, .Llong, 0x50 + R1
	parameter b, .Llong, 0x50 + R2
	end
	begin gone_swapped, gone_swapped
	parameter a, .Llong, 0x50 + R2
	parameter b, .Llong, 0x50 + R1
	end
	begin kept_on_stack, kept_on_stack
	parameter a, .Llong, FBREG, 8
	parameter b, .Llong, 0x50 + R2
	end
	begin kept_nowhere, kept_nowhere
	placeless a, .Llong
	parameter b, .Llong, 0x50 + R2
	end
	# DW_OP_breg, DW_OP_stack_value: computed from what is in the register.
	begin kept_computed, kept_computed
	parameter a, .Llong, 0x70 + R1, 4, 0x9f
	end
	begin gone_computed, gone_computed
	parameter a, .Llong, 0x70 + R3, 4, 0x9f
	end
	# DW_OP_entry_value
	begin kept_at_entry, kept_at_entry
	parameter a, .Llong, 0xa3, 1, 0x50 + R1, 0x9f
	end
	begin gone_at_entry, gone_at_entry
	parameter a, .Llong, 0xf3, 1, 0x50 + R2, 0x9f
	end
	# A list: what comes first counts, and what is said of the entry.
	begin kept_moved, kept_moved
	listed a, .Llong, .Lmoved
	end
	begin gone_elsewhere, gone_elsewhere
	placeless a, .Llong
	listed b, .Llong, .Lmoved
	end
	begin gone_late, gone_late
	listed a, .Llong, .Llate
	end
	# What is larger than a register takes two.
	begin kept_wide, kept_wide
	parameter a, .Lwide, 0x50 + R1, 0x93, 8, 0x50 + R2, 0x93, 8
	parameter b, .Llong, 0x50 + WIDE_NEXT
	end
	begin clang_half, clang_half
	parameter a, .Lwide, 0x93, 8, 0x50 + R2, 0x93, 8
	end
	# Structures may take one or two.
	begin kept_structure, kept_structure
	parameter a, .Lpair, 0x50 + R1, 0x93, 8, 0x50 + R2, 0x93, 8
	parameter b, .Llong, 0x50 + R1
	end
	# Of those on the stack only the packed one is a problem.
	.irp name, kept_aligned, gone_packed
	begin \name, \name
	.irp each, 1, 2, 3, 4, 5, 6, 7, 8
	placeless p\each, .Llong
	.endr
	.ifc \name, gone_packed
	parameter last, .Lpacked, FBREG, 0
	.else
	parameter last, .Lpair, FBREG, 0
	.endif
	end
	.endr
	begin kept_beyond, kept_beyond
	.irp each, 1, 2, 3, 4, 5, 6, 7, 8
	placeless p\each, .Llong
	.endr
	parameter last, .Llong, 0x50 + 11
	end
	# What an optimiser has made of another one, under a name with a dot.
	begin kept_clone, kept_clone.constprop.0
	parameter a, .Llong, 0x50 + R1
	end
	begin gone_clone, gone_clone.isra.0
	placeless a, .Llong
	end
	begin gone_twice, gone_twice
	parameter a, .Llong, 0x50 + R1
	end
	begin gone_twice, gone_twice.constprop.0
	parameter a, .Llong, 0x50 + R1
	end
	# clang says of a function that it is called in another way: DW_CC_nocall.
	begin gcc_nocall, gcc_nocall, 3
	placeless a, .Llong
	end

	# A function of the source, and the code that was made of it.
	.macro source name
	.byte 7
	.asciz "\name"
	.long .Llong - .Lunit
	.byte 1
.L\name\()_a:
	placeless a, .Llong
.L\name\()_b:
	placeless b, .Llong
	end
	.endm
	.macro code name, first, second
	.pushsection .text
	.type \name,%function
\name:
	.long 0
	.popsection
	.byte 8
	.long .L\name - .Lunit
	.quad \name
	.byte 9
	.long .L\name\()_\first - .Lunit
	.byte 1, 0x50 + R1
	.ifnb \second
	.byte 9
	.long .L\name\()_\second - .Lunit
	.byte 1, 0x50 + R2
	.endif
	end
	.endm
.Lkept_concrete:
	source kept_concrete
	code kept_concrete, a, b
.Lgone_reordered:
	source gone_reordered
	code gone_reordered, b, a
.Lgone_shorter:
	source gone_shorter
	code gone_shorter, a
	.byte 0
.Lend:

	.macro piece register:vararg
	.if VERSION == 5
	.byte 4, 0, 4, 9f - 8f
	.else
	.quad 1, 4
	.short 9f - 8f
	.endif
8:	.byte \register
9:
	.endm
	.macro last
	.if VERSION == 5
	.byte 0
	.else
	.quad 0, 0
	.endif
	.endm
	.if VERSION == 5
	.section .debug_loclists,"",@progbits
	.long 9f - 8f
8:	.short 5
	.byte 8, 0
	.long 0
	.else
	.section .debug_loc,"",@progbits
	.endif
.Lmoved:
	.if VERSION == 5
	.byte 6
	.quad 0
	.else
	.quad -1, 0
	.endif
	piece 0x50 + R1
	piece 0x50 + R3
	last
.Llate:
	piece FBREG, 0
	piece 0x50 + R1
	piece 0xa3, 1, 0x50 + R2, 0x9f
	last
9:
