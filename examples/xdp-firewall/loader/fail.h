// Bad news: one line that says what is wrong, and one that says what to do.
#pragma once

// The exit codes: what was asked for cannot be right, or it could not be done.
enum outcome { DONE = 0, REJECTED = 1, FAILED = 2 };

// Prints the error and returns REJECTED.
enum outcome reject(const char *remedy, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Prints the error with what a system call or libbpf returned, -errno, and returns FAILED.
enum outcome fail(int error, const char *format, ...) __attribute__((format(printf, 2, 3)));
