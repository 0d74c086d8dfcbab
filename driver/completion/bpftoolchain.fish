# fish: bpfcc and bpfbtf are asked what the word before the cursor may become; nothing means a file.
function __bpftoolchain_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found ($words[1] --autocomplete $words[2..] 2>/dev/null)
    set -l parts (string split --max 1 = -- $words[-1])
    if set -q found[1]
        printf '%s\n' $found
    else if set -q parts[2]
        printf '%s\n' $parts[1]=(__fish_complete_path $parts[2])
    else
        __fish_complete_path $words[-1]
    end
end
complete -c bpfcc -f -a '(__bpftoolchain_complete)'
complete -c bpfbtf -f -a '(__bpftoolchain_complete)'
