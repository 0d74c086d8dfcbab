#include "rule.h"
#include <arpa/inet.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SYNTAX "a rule is ACTION PREFIX [PROTOCOL [PORT]], for example \"drop 10.0.0.0/8 tcp 80\""
#define WORDS 4
#define ANY "any"

// Long enough for an IPv6 address and its length.
#define PREFIX_TEXT 64

static const char *const actions[] = { [PASS] = "pass", [DROP] = "drop" };

static const struct protocol {
	const char *name;
	__u8 number;
	bool has_ports;
} protocols[] = {
	{ "icmp", IPPROTO_ICMP, false }, { "icmpv6", IPPROTO_ICMPV6, false },
	{ "igmp", IPPROTO_IGMP, false }, { "tcp", IPPROTO_TCP, true },
	{ "udp", IPPROTO_UDP, true },	 { "sctp", IPPROTO_SCTP, true },
	{ "gre", IPPROTO_GRE, false },	 { "esp", IPPROTO_ESP, false },
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const struct protocol *find_protocol(int number)
{
	for (size_t i = 0; i < COUNT(protocols); i++)
		if (protocols[i].number == number)
			return &protocols[i];
	return NULL;
}

// Returns -1 for what is no decimal number from 0 to most.
static int read_number(const char *word, int most)
{
	char *end;
	long number;

	if (*word < '0' || *word > '9')
		return -1;
	number = strtol(word, &end, 10);
	return *end || number > most ? -1 : number;
}

static enum outcome read_action(const char *word, struct rule *rule)
{
	for (size_t i = 0; i < COUNT(actions); i++) {
		if (!strcmp(word, actions[i])) {
			rule->action = i;
			return DONE;
		}
	}
	return reject("an action is drop or pass", "'%s' is not an action", word);
}

static const char *prefix_text(const struct rule_key *key, char text[PREFIX_TEXT])
{
	size_t length;

	inet_ntop(key->family == IPV4 ? AF_INET : AF_INET6, key->address, text, PREFIX_TEXT);
	length = strlen(text);
	snprintf(text + length, PREFIX_TEXT - length, "/%u", key->bits - EXACT_BITS);
	return text;
}

// Clears the bits behind the prefix; returns whether one was set.
static bool clear_host_bits(__u8 address[16], int length)
{
	bool set = false;

	for (int bit = length; bit < 128; bit++) {
		__u8 mask = 0x80 >> bit % 8;

		set |= address[bit / 8] & mask;
		address[bit / 8] &= ~mask;
	}
	return set;
}

static enum outcome read_prefix(char *word, struct rule_key *key, struct rule *rule)
{
	char *slash = strchr(word, '/');
	char remedy[PREFIX_TEXT + 16], text[PREFIX_TEXT];
	int most, length;

	if (slash)
		*slash = 0;
	if (inet_pton(AF_INET, word, key->address) == 1)
		key->family = IPV4;
	else if (inet_pton(AF_INET6, word, key->address) == 1)
		key->family = IPV6;
	else
		return reject("a prefix is an address with a length: 10.0.0.0/8, 2001:db8::/32; 0.0.0.0/0 and ::/0 are all",
			      "'%s' is not an address", word);

	most = key->family == IPV4 ? 32 : 128;
	length = slash ? read_number(slash + 1, most) : most;
	if (length < 0)
		return reject(key->family == IPV4 ? "the length of an IPv4 prefix is a number from 0 to 32" :
						    "the length of an IPv6 prefix is a number from 0 to 128",
			      "'%s' is not a prefix length for '%s'", slash + 1, word);
	key->bits = EXACT_BITS + length;
	rule->length = length;
	if (clear_host_bits(key->address, length)) {
		snprintf(remedy, sizeof(remedy), "write %s", prefix_text(key, text));
		return reject(remedy, "'%s/%d' has bits set beyond its prefix", word, length);
	}
	return DONE;
}

static enum outcome read_protocol(const char *word, struct rule_key *key)
{
	int number = strcmp(word, ANY) ? read_number(word, 255) : 0;

	for (size_t i = 0; i < COUNT(protocols); i++)
		if (!strcmp(word, protocols[i].name))
			number = protocols[i].number;
	if (number < 0)
		return reject("a protocol is tcp, udp, sctp, icmp, icmpv6, igmp, gre, esp, any, or its number",
			      "'%s' is not a protocol", word);
	if (key->family == IPV6 && number == IPPROTO_ICMP)
		return reject("IPv6 has icmpv6", "'%s' does not exist in IPv6", word);
	if (key->family == IPV4 && number == IPPROTO_ICMPV6)
		return reject("IPv4 has icmp", "'%s' does not exist in IPv4", word);
	key->protocol = number;
	return DONE;
}

static enum outcome read_port(const char *word, struct rule_key *key)
{
	const struct protocol *protocol = find_protocol(key->protocol);
	int number = read_number(word, 65535);

	if (!protocol || !protocol->has_ports)
		return reject("tcp, udp and sctp have ports", "a port needs a protocol that has ports");
	if (number < 1)
		return reject("a port is a number from 1 to 65535", "'%s' is not a port", word);
	key->port = htons(number);
	return DONE;
}

enum outcome read_rule(const char *text, struct rule_key *key, struct rule *rule)
{
	char copy[256], *words[WORDS], *place, *word;
	enum outcome outcome;
	int count = 0;

	if (strlen(text) >= sizeof(copy))
		return reject(SYNTAX, "the rule is too long");
	strcpy(copy, text);
	for (word = strtok_r(copy, " \t", &place); word; word = strtok_r(NULL, " \t", &place)) {
		if (count == WORDS)
			return reject(SYNTAX, "unexpected '%s' after the rule", word);
		words[count++] = word;
	}
	if (count < 2)
		return reject(SYNTAX, "'%s' is not a complete rule", text);

	*key = (struct rule_key){};
	outcome = read_action(words[0], rule);
	if (outcome == DONE)
		outcome = read_prefix(words[1], key, rule);
	if (outcome == DONE && count > 2)
		outcome = read_protocol(words[2], key);
	if (outcome == DONE && count > 3)
		outcome = read_port(words[3], key);
	return outcome;
}

const char *rule_text(const struct rule_key *key, const struct rule *rule, char separator, char text[RULE_TEXT])
{
	char prefix[PREFIX_TEXT], protocol[PROTOCOL_TEXT], port[PROTOCOL_TEXT];

	snprintf(port, sizeof(port), "%u", ntohs(key->port));
	snprintf(text, RULE_TEXT, "%s%c%s%c%s%c%s", actions[rule->action == DROP], separator, prefix_text(key, prefix),
		 separator, key->protocol ? protocol_text(key->protocol, protocol) : ANY, separator,
		 key->port ? port : ANY);
	return text;
}

const char *protocol_text(__u16 number, char text[PROTOCOL_TEXT])
{
	const struct protocol *protocol = find_protocol(number);

	if (protocol)
		return protocol->name;
	if (number == OTHER_PROTOCOL)
		return "not-IP";
	snprintf(text, PROTOCOL_TEXT, "%u", number);
	return text;
}
