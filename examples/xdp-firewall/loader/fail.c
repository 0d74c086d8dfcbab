#include "fail.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum outcome reject(const char *remedy, const char *format, ...)
{
	va_list arguments;

	fputs("fwd: error: ", stderr);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fprintf(stderr, "\nfwd: note: %s\n", remedy);
	return REJECTED;
}

static const char *remedy_for(int error)
{
	switch (error) {
	case -EPERM:
	case -EACCES:
		return "run fwd as root, or with CAP_BPF, CAP_NET_ADMIN, CAP_PERFMON and the right to read /sys/fs/bpf";
	case -ENOMEM:
		return "the system is short of memory, or RLIMIT_MEMLOCK is too low for this kernel";
	default:
		return "'fwd --verbose ...' shows what libbpf and the kernel say";
	}
}

enum outcome fail(int error, const char *format, ...)
{
	va_list arguments;

	fputs("fwd: error: ", stderr);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fprintf(stderr, ": %s\nfwd: note: %s\n", strerror(-error), remedy_for(error));
	return FAILED;
}
