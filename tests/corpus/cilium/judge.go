// judge OBJECT...: what cilium/ebpf makes of each object: "OBJECT SECTION TYPE" for every program, TYPE as bpf.h names it in lower case,
// "-" where it does not know the section; "OBJECT error REASON" where it does not read the object.
package main

import (
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/cilium/ebpf"
)

func main() {
	for _, path := range os.Args[1:] {
		spec, err := ebpf.LoadCollectionSpec(path)
		if err != nil {
			fmt.Println(path, "error", err)
			continue
		}
		var rows []string
		for name, program := range spec.Programs {
			kind := strings.ToLower(program.Type.String())
			if program.Type == ebpf.UnspecifiedProgram {
				kind = "-"
			}
			rows = append(rows, fmt.Sprint(path, " ", program.SectionName, " ", name, " ", kind))
		}
		sort.Strings(rows)
		fmt.Println(strings.Join(rows, "\n"))
	}
}
