# bash: bpfcc and bpfbtf are asked what the word before the cursor may become; nothing means a file.
_bpftoolchain() {
  local line=${COMP_LINE:0:COMP_POINT} words each _
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  # readline replaces what follows a = or a : only.
  local kept=${words[-1]%"$2"}
  COMPREPLY=()
  while IFS=$'\t' read -r each _; do
    COMPREPLY+=("${each#"$kept"}")
  done < <("${1/#\~\//$HOME/}" --autocomplete "${words[@]:1}" 2>/dev/null)
  [[ ${COMPREPLY[*]} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -o bashdefault -o default -F _bpftoolchain bpfcc bpfbtf
