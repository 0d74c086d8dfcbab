// A table with aligned columns.
#pragma once
#include <stddef.h>

struct table {
  const char *alignment; // a letter for each column: l or r
  char **rows;
  size_t count;
};

// Adds a row; its cells are separated by tabs.
void table_row(struct table *table, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Prints the table to standard output, and empties it.
void table_print(struct table *table);
