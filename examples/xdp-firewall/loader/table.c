#define _GNU_SOURCE
#include "table.h"
#include <err.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "fail.h"

#define MOST_COLUMNS 16

void table_row(struct table *table, const char *format, ...)
{
	va_list arguments;
	char *row;

	table->rows = reallocarray(table->rows, table->count + 1, sizeof(*table->rows));
	va_start(arguments, format);
	if (!table->rows || vasprintf(&row, format, arguments) < 0)
		err(FAILED, "no memory for a table");
	va_end(arguments);
	table->rows[table->count++] = row;
}

static void measure(const struct table *table, int widths[])
{
	for (size_t i = 0; i < table->count; i++) {
		const char *cell = table->rows[i];

		for (int column = 0; table->alignment[column]; column++) {
			int width = strcspn(cell, "\t");

			if (width > widths[column])
				widths[column] = width;
			cell += width + (cell[width] == '\t');
		}
	}
}

void table_print(struct table *table)
{
	int widths[MOST_COLUMNS] = {};

	measure(table, widths);
	for (size_t i = 0; i < table->count; i++) {
		char *rest = table->rows[i];

		for (int column = 0; table->alignment[column]; column++) {
			const char *cell = strsep(&rest, "\t");
			int last = !table->alignment[column + 1];
			int width = table->alignment[column] == 'r' ? widths[column] : last ? 0 : -widths[column];

			printf("%*s%s", width, cell ?: "", last ? "\n" : "  ");
		}
		free(table->rows[i]);
	}
	free(table->rows);
	*table = (struct table){ .alignment = table->alignment };
}
