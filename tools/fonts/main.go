// Command fonts makes the fonts of package picture smaller: it keeps the glyphs
// of some characters of a TrueType font, without hints and layout features.
//
//	go run ./tools/fonts -set chinese -out picture/fonts/NotoSansSC-Regular.ttf.gz NotoSansSC_400Regular.ttf
//	go run ./tools/fonts -set figures -out picture/fonts/BarlowSemiCondensed-Medium.ttf.gz BarlowSemiCondensed_500Medium.ttf
package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"os"
)

// span is a run of characters, both ends included.
type span struct{ first, last rune }

// sets are the characters that are kept, by the name of the set. Figures are
// what the screens' own numerals cover (static/css/tokens.css).
func sets() map[string][]span {
	return map[string][]span{
		"figures": {{0x25, 0x25}, {0x2B, 0x2F}, {0x30, 0x3A}, {0x2212, 0x2212}},
		"chinese": {
			{0x20, 0x7E},
			{0xA0, 0xFF},
			{0x391, 0x3C9},
			{0x2009, 0x205E},
			{0x20AC, 0x20AC},
			{0x2100, 0x22FF},
			{0x2460, 0x24FF},
			{0x2500, 0x26FF},
			{0x3000, 0x303F},
			{0x3200, 0x33FF},
			{0x3400, 0x4DBF},
			{0x4E00, 0x9FFF},
			{0xFF00, 0xFFEF},
			{0x20000, 0x323AF},
		},
	}
}

func main() {
	set := flag.String("set", "chinese", "characters to keep: chinese or figures")
	out := flag.String("out", "", "file to write, gzip")
	flag.Parse()
	if err := run(*set, *out, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "fonts:", err)
		os.Exit(1)
	}
}

func run(set, out, in string) error {
	spans, known := sets()[set]
	if !known || out == "" || in == "" {
		return errors.New("usage: fonts -set chinese|figures -out FILE.ttf.gz FILE.ttf")
	}
	content, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	source, err := parse(content)
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	small, err := source.subset(spans)
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(small); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes, %d packed\n", out, len(small), packed.Len())
	return os.WriteFile(out, packed.Bytes(), 0o644)
}
