// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// No parser: an expression is followed over names, members and brackets, and given up at anything else.
#include "driver/explain/SourceLine.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace bpf {

static bool isNamePart(char C) { return isAlnum(C) || C == '_'; }

/// True for what may be a variable: "v", and neither "sizeof" nor "MAX_LEN".
static bool isVariable(StringRef Name) {
  static constexpr StringRef Keywords[] = {"if", "while", "for",  "return", "sizeof", "switch",   "case",   "else",
                                           "do", "int",   "long", "char",   "void",   "unsigned", "struct", "const"};
  if (Name.empty() || isDigit(Name.front()) || is_contained(Keywords, Name))
    return false;
  return any_of(Name, [](char C) { return isLower(C) || C == '_'; }) && all_of(Name, isNamePart);
}

/// The beginning of the brackets that end there.
static size_t openingOf(StringRef Line, size_t End, char Open, char Close) {
  int Depth = 0;
  for (size_t At = End + 1; At-- != 0;) {
    Depth += (Line[At] == Close) - (Line[At] == Open);
    if (Depth == 0)
      return At;
  }
  return StringRef::npos;
}

/// The beginning of the expression of names and members that ends before that place: "a->b[i].c".
static size_t beginOfExpression(StringRef Line, size_t End) {
  size_t At = End;
  while (At > 0) {
    char C = Line[At - 1];
    if (isNamePart(C)) {
      while (At > 0 && isNamePart(Line[At - 1]))
        --At;
      // A member goes on to the left.
      if (At > 0 && Line[At - 1] == '.')
        --At;
      else if (At > 1 && Line[At - 1] == '>' && Line[At - 2] == '-')
        At -= 2;
      else
        return At;
    } else if (C == ']') {
      At = openingOf(Line, At - 1, '[', ']');
      if (At == StringRef::npos)
        return End;
    } else {
      return End;
    }
  }
  return At;
}

/// The left side of the assignment whose operator is at that place.
static StringRef leftSide(StringRef Line, size_t Operator) {
  size_t End = Operator;
  while (End > 0 && isSpace(Line[End - 1]))
    --End;
  size_t Begin = beginOfExpression(Line, End);
  if (Begin > 0 && Line[Begin - 1] == '*')
    --Begin;
  return Line.slice(Begin, End);
}

/// What an access goes through: "a->b" of "a->b->c", "v" of "*v" and of "v[i]".
static StringRef baseOf(StringRef Access) {
  if (Access.consume_front("*"))
    return Access;
  // A member of a member lies in the same memory.
  for (size_t Dot = Access.rfind('.'); Dot != StringRef::npos && all_of(Access.drop_front(Dot + 1), isNamePart);
       Dot = Access.rfind('.'))
    Access = Access.take_front(Dot);
  size_t Arrow = Access.rfind("->"), Bracket = Access.rfind('[');
  if (Arrow != StringRef::npos && (Bracket == StringRef::npos || Bracket < Arrow || Access.back() != ']'))
    return Access.take_front(Arrow);
  if (Access.ends_with("]"))
    return Access.take_front(openingOf(Access, Access.size() - 1, '[', ']'));
  return "";
}

/// The end of a name and of the members and brackets behind it.
static size_t endOfExpression(StringRef Line, size_t Begin) {
  size_t At = Begin;
  while (At < Line.size() && isNamePart(Line[At]))
    ++At;
  while (At < Line.size()) {
    if (Line[At] == '[') {
      size_t Close = Line.find(']', At);
      if (Close == StringRef::npos)
        return Begin;
      At = Close + 1;
    } else if (Line[At] == '.' || Line.drop_front(At).starts_with("->")) {
      At += Line[At] == '.' ? 1 : 2;
      while (At < Line.size() && isNamePart(Line[At]))
        ++At;
    } else {
      break;
    }
  }
  return At;
}

StringRef accessAt(StringRef Line, unsigned Column) {
  if (Column == 0 || Column > Line.size())
    return "";
  size_t At = Column - 1;
  StringRef Rest = Line.drop_front(At);
  bool IsOperator =
      Rest.starts_with("=") || (Rest.size() > 1 && Rest[1] == '=' && StringRef("+-|&^*/%").contains(Rest[0]));
  StringRef Found;
  if (IsOperator && !Rest.starts_with("=="))
    Found = leftSide(Line, At);
  else if (Rest.starts_with("*"))
    Found = Line.slice(At, endOfExpression(Line, At + 1));
  else if (isNamePart(Line[At])) {
    size_t NameEnd = At + Rest.take_while(isNamePart).size(), Begin = beginOfExpression(Line, NameEnd);
    // The column of a member is its own: what follows is read through it.
    Found = Line.slice(Begin, Begin < At ? NameEnd : endOfExpression(Line, At));
  }
  return isVariable(baseOf(Found).take_while(isNamePart)) ? Found : "";
}

StringRef pointerAt(StringRef Line, unsigned Column) { return baseOf(accessAt(Line, Column)); }

/// The place of the opening bracket of the call of the function at that column, or else of the first one in the line;
/// npos if there is none.
static size_t callIn(StringRef Line, StringRef Function, unsigned Column) {
  size_t First = StringRef::npos;
  for (size_t At = Line.find(Function); At != StringRef::npos; At = Line.find(Function, At + 1)) {
    size_t End = At + Function.size();
    bool IsWhole = (At == 0 || !isNamePart(Line[At - 1])) && End < Line.size() && Line[End] == '(';
    if (!IsWhole || Function.empty())
      continue;
    if (Column && At == Column - 1)
      return End;
    First = std::min(First, End);
  }
  return First;
}

std::optional<std::vector<StringRef>> argumentsOf(StringRef Line, StringRef Function, unsigned Column) {
  size_t Open = callIn(Line, Function, Column);
  if (Open == StringRef::npos)
    return std::nullopt;
  std::vector<StringRef> Arguments;
  int Depth = 0;
  size_t Begin = Open + 1;
  for (size_t At = Begin; At < Line.size(); ++At) {
    char C = Line[At];
    bool IsEnd = Depth == 0 && (C == ',' || C == ')');
    if (IsEnd) {
      Arguments.push_back(Line.slice(Begin, At).trim());
      Begin = At + 1;
    }
    if (IsEnd && C == ')')
      return Arguments;
    Depth += (C == '(' || C == '[') - (C == ')' || C == ']');
  }
  return std::nullopt;
}

/// A line may have several statements.
static StringRef statementAt(StringRef Line, size_t At) {
  size_t Begin = Line.take_front(At).find_last_of(";{}");
  return Line.slice(Begin == StringRef::npos ? 0 : Begin + 1, Line.find(';', At));
}

/// The variable on the left of the first assignment in the text.
static StringRef firstAssigned(StringRef Line) {
  size_t Operator = Line.find('=');
  bool IsAssignment = Operator != StringRef::npos && Operator > 0 && !Line.drop_front(Operator).starts_with("==") &&
                      !StringRef("!<>=+-").contains(Line[Operator - 1]);
  if (!IsAssignment)
    return "";
  StringRef Left = Line.take_front(Operator).rtrim();
  StringRef Name = Left.drop_front(beginOfExpression(Left, Left.size()));
  return isVariable(Name.take_while(isNamePart)) ? Name : "";
}

StringRef variableOf(StringRef Expression) {
  Expression = Expression.trim();
  while (Expression.starts_with("(") && Expression.contains("*)"))
    Expression = Expression.split(')').second.ltrim();
  Expression = Expression.ltrim("&*(");
  StringRef Name = Expression.take_while(isNamePart);
  bool IsCall = Expression.drop_front(Name.size()).starts_with("(");
  return isVariable(Name) && !IsCall ? Name : "";
}

/// "const struct value *" is, and neither "return" nor "a +" nor "".
static bool isTypeBefore(StringRef Text) {
  static constexpr StringRef Statements[] = {"return", "goto", "case", "else", "sizeof", "typeof", "if", "while"};
  Text = Text.trim();
  StringRef First = Text.take_while(isNamePart);
  return !First.empty() && !isDigit(First.front()) && !is_contained(Statements, First) &&
         all_of(Text, [](char C) { return isNamePart(C) || C == ' ' || C == '\t' || C == '*'; });
}

/// ... of the text before a name: also of the second name of a declaration, "int a, ".
static bool isDeclaredBehind(StringRef Before) {
  size_t Separator = Before.find_last_of(",;{()");
  if (isTypeBefore(Separator == StringRef::npos ? Before : Before.drop_front(Separator + 1)))
    return true;
  if (Separator == StringRef::npos || Before[Separator] != ',')
    return false;
  size_t Begin = Before.find_last_of(";{}");
  StringRef First = Before.drop_front(Begin == StringRef::npos ? 0 : Begin + 1).split(',').first.split('=').first;
  size_t Words = First.trim().find_first_of(" \t");
  return Words != StringRef::npos && isTypeBefore(First);
}

size_t declarationIn(StringRef Line, StringRef Name) {
  for (size_t At = Line.find(Name); At != StringRef::npos && !Name.empty(); At = Line.find(Name, At + 1)) {
    StringRef Behind = Line.drop_front(At + Name.size());
    bool IsWhole = (At == 0 || !isNamePart(Line[At - 1])) && (Behind.empty() || !isNamePart(Behind.front()));
    Behind = Behind.ltrim();
    bool Ends = Behind.empty() || StringRef(";,=)[").contains(Behind.front()) || Behind.starts_with("__") ||
                Behind.starts_with("SEC");
    if (IsWhole && Ends && !Behind.starts_with("==") && isDeclaredBehind(Line.take_front(At)))
      return At;
  }
  return StringRef::npos;
}

StringRef resultOf(StringRef Line, StringRef Function, unsigned Column) {
  size_t Open = callIn(Line, Function, Column);
  if (Open == StringRef::npos)
    return "";
  StringRef Statement = statementAt(Line, Open);
  return firstAssigned(Statement.take_front(Line.begin() + Open - Statement.begin()));
}

StringRef assignedIn(StringRef Line, unsigned Column) {
  return firstAssigned(statementAt(Line, Column ? std::min<size_t>(Column - 1, Line.size()) : 0));
}

} // namespace bpf
