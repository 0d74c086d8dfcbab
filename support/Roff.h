// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Manual pages: the prose is a page of man(7), and bpfcc and bpfbtf put their own tables into it.
#ifndef BPFTOOLCHAIN_SUPPORT_ROFF_H
#define BPFTOOLCHAIN_SUPPORT_ROFF_H

#include <map>
#include <string>
#include <string_view>

namespace bpf::manual {

/// The text as man(7) shows it unchanged: its backslashes, its hyphens as they are typed, and no line of it a request.
std::string escaped(std::string_view Text);

/// The same of the summary of a table's row, as a sentence.
std::string sentence(std::string_view Summary);

/// An entry of a list.
/// \param Name  in bold, as it is typed
/// \param Value its metavariable, in italics after it
/// \param Text  escaped already
std::string entry(std::string_view Name, std::string_view Value, std::string_view Text);

/// The page with each line `.\" NAME` of it replaced by the part of that name, and no line longer than
/// a terminal is wide.
std::string filled(std::string_view Page, const std::map<std::string, std::string, std::less<>> &Parts);

} // namespace bpf::manual

#endif
