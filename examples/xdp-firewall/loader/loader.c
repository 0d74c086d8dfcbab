// fwd: puts the firewall on interfaces and changes its rules.
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include "fail.h"
#include "interface.h"
#include "rules.h"
#include "show.h"

static const char help[] =
	"fwd filters and counts what interfaces receive and send, in the kernel.\n"
	"\n"
	"USAGE: fwd [--verbose] COMMAND\n"
	"\n"
	"  fwd attach IFACE [--generic]   Filter and count on an interface; --generic: not in the driver\n"
	"  fwd add RULE                   Put a rule in force, on all interfaces\n"
	"  fwd delete NUMBER              Take a rule out of force\n"
	"  fwd list                       Show the rules with their numbers\n"
	"  fwd stats                      Show what was counted\n"
	"  fwd detach IFACE               Take everything off an interface; with the last one the rules go, too\n"
	"\n"
	"RULES: ACTION PREFIX [PROTOCOL [PORT]]\n"
	"\n"
	"  fwd add \"drop 10.0.0.0/8 tcp 80\"\n"
	"  fwd add \"pass 2001:db8::7 icmpv6\"\n"
	"\n"
	"  ACTION is drop or pass, PREFIX where a packet comes from, PROTOCOL a name, a number or any, PORT where it goes to.\n"
	"  The rule with the longest prefix decides. Of rules with the same prefix the one with a port comes before the one\n"
	"  with only a protocol, and that before the one with neither. What no rule fits passes.\n"
	"\n"
	"The exit code is 0 when all is well, 1 when what was asked for is wrong, 2 when it could not be done.\n";

static enum outcome run_attach(char **arguments)
{
	if (arguments[1] && strcmp(arguments[1], "--generic"))
		return reject("the only option of attach is --generic", "unknown argument '%s'", arguments[1]);
	return attach_interface(arguments[0], arguments[1] != NULL);
}

static enum outcome run_detach(char **arguments)
{
	return detach_interface(arguments[0]);
}

// The words of a rule may be one argument or several.
static enum outcome run_add(char **arguments)
{
	char text[256] = "";
	size_t length = 0;

	for (; *arguments && length < sizeof(text); arguments++)
		length += snprintf(text + length, sizeof(text) - length, "%s%s", length ? " " : "", *arguments);
	if (length >= sizeof(text))
		return reject("'fwd --help' shows what a rule looks like", "the rule is too long");
	return add_rule(text);
}

static enum outcome run_delete(char **arguments)
{
	return delete_rule(arguments[0]);
}

static enum outcome run_list(char **arguments)
{
	(void)arguments;
	return list_rules();
}

static enum outcome run_stats(char **arguments)
{
	(void)arguments;
	return show_statistics();
}

static const struct command {
	const char *name;
	int least, most; // arguments
	const char *usage;
	enum outcome (*run)(char **arguments);
} commands[] = {
	{ "attach", 1, 2, "write: fwd attach IFACE [--generic]", run_attach },
	{ "add", 1, 4, "write: fwd add \"ACTION PREFIX [PROTOCOL [PORT]]\"", run_add },
	{ "delete", 1, 1, "write: fwd delete NUMBER", run_delete },
	{ "list", 0, 0, "write: fwd list", run_list },
	{ "stats", 0, 0, "write: fwd stats", run_stats },
	{ "detach", 1, 1, "write: fwd detach IFACE", run_detach },
};

static enum outcome run(int count, char **arguments)
{
	if (!count)
		return reject("'fwd --help' lists the commands", "missing command");
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
		const struct command *command = &commands[i];

		if (strcmp(arguments[0], command->name))
			continue;
		if (count - 1 < command->least || count - 1 > command->most)
			return reject(command->usage, "invalid arguments for '%s'", command->name);
		return command->run(arguments + 1);
	}
	return reject("'fwd --help' lists the commands", "unknown command '%s'", arguments[0]);
}

static int say_nothing(enum libbpf_print_level level, const char *format, va_list arguments)
{
	(void)level, (void)format, (void)arguments;
	return 0;
}

static bool is_one_of(const char *word, const char *name, const char *letter)
{
	return word && (!strcmp(word, name) || !strcmp(word, letter));
}

int main(int argc, char **argv)
{
	enum outcome outcome;
	char **arguments = argv + (argc > 0);

	if (is_one_of(*arguments, "--help", "-h")) {
		fputs(help, stdout);
		return fflush(stdout) ? FAILED : DONE;
	}
	// What libbpf says is said again, with a remedy.
	if (is_one_of(*arguments, "--verbose", "-v"))
		arguments++;
	else
		libbpf_set_print(say_nothing);

	outcome = run(argv + argc - arguments, arguments);
	if (fflush(stdout) && outcome == DONE)
		outcome = fail(-EIO, "cannot write");
	return outcome;
}
