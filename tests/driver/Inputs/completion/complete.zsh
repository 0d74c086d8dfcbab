# complete.zsh SCRIPT WORD...: what the script hands to zsh for the last of the words.
script=$1
shift
words=("$@")
CURRENT=$#
PREFIX=${@[-1]}
_describe() { print -lr "finished: "$^finished "open: "$^open }
_files() { print files }
compset() { : }
_script() { source $script }
_script
