# complete.bash SCRIPT PROGRAM LINE: what bash would offer for the end of the line, by the function that SCRIPT registers.
source "$1"
COMP_LINE=$3
COMP_POINT=${#3}
name=${3%% *}
function=$(complete -p "$name" | sed 's/.*-F \([^ ]*\).*/\1/')
# What readline takes for the word, of which it tells the function.
$function "$2" "${3##*[ =:]}"
printf '%s\n' "${COMPREPLY[@]}"
