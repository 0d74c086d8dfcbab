# complete.fish SCRIPT FOLDER: what fish offers, with the programs of the folder.
source $argv[1]
set PATH $argv[2] $PATH
for line in 'bpfcc --load' 'bpfcc --loader=ipr' 'bpfbtf dump --format=j' 'bpfcc pro' 'bpfcc --sysroot=pro'
    complete -C $line
end
