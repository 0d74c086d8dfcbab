// A rule as text: ACTION PREFIX [PROTOCOL [PORT]].
#pragma once
#include "fail.h"
#include "fw.h"

#define RULE_TEXT 128
#define PROTOCOL_TEXT 16

// Reads a rule, all but its slot; says what is wrong with it where it is none.
enum outcome read_rule(const char *text, struct rule_key *key, struct rule *rule);

// Writes a rule with all its four words, and returns the text.
const char *rule_text(const struct rule_key *key, const struct rule *rule, char separator, char text[RULE_TEXT]);

// The name of a protocol, which is a key of the map `traffic`, or its number in the text given.
const char *protocol_text(__u16 protocol, char text[PROTOCOL_TEXT]);
