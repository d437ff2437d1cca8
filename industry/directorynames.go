package industry

import "slices"

// Names returns what cells may write for the records of a noun, sorted. For
// segments chain is the row's: those of other chains come as 链:环节.
func (d *Directory) Names(noun, chain string) []string {
	names := make([]string, 0, len(d.label[noun]))
	for key := range d.label[noun] {
		names = append(names, d.Write(noun, key, chain))
	}
	slices.Sort(names)
	return names
}
