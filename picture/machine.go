package picture

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/dop251/goja"

	"chainboard/static"
)

// parts is what all machines share: compiled scripts, tokens and fonts.
type parts struct {
	programs []*goja.Program
	tokens   map[Theme]map[string]string
	fonts    *fonts
}

//go:embed page.js
var pageScript []byte

// loadOnce returns what loads the parts when they are first asked for.
func loadOnce() func() (*parts, error) { return sync.OnceValues(load) }

// load compiles ECharts first, which must find neither window nor document to
// know that there is no browser, and then the scripts of the pages.
func load() (*parts, error) {
	p := &parts{}
	add := func(name string, source []byte) error {
		program, err := goja.Compile(name, string(source), false)
		p.programs = append(p.programs, program)
		return err
	}
	names := []string{"vendor/echarts/echarts.min.js", "", "js/base.js", "js/formatters.js", "js/maps.js", "js/options.js"}
	for _, name := range names {
		source, err := pageScript, error(nil)
		if name != "" {
			source, err = static.Source(name)
		}
		if err == nil {
			err = add(name, source)
		}
		if err != nil {
			return nil, err
		}
	}
	sheet, err := static.Source("css/tokens.css")
	if err != nil {
		return nil, err
	}
	if p.tokens, err = readTokens(string(sheet)); err != nil {
		return nil, err
	}
	p.fonts, err = loadFonts()
	return p, err
}

// A machine is made anew after so many charts, in case ECharts keeps something of each.
const chartsOfMachine = 500

// machine is ECharts in a JavaScript machine, for one goroutine at a time.
type machine struct {
	vm    *goja.Runtime
	draw  goja.Callable
	drawn int
}

func newMachine(p *parts) (*machine, error) {
	m := &machine{vm: goja.New()}
	m.vm.SetMaxCallStackSize(4096)
	functions := map[string]any{
		"setTimeout":   func() int { return 0 }, // nothing moves, nothing is put off
		"clearTimeout": func() {},
		"measureWidth": func(text, font string) float64 { return p.fonts.width(text, parseFont(font)) },
	}
	for name, function := range functions {
		if err := m.vm.Set(name, function); err != nil {
			return nil, err
		}
	}
	for _, program := range p.programs {
		if _, err := m.vm.RunProgram(program); err != nil {
			return nil, fmt.Errorf("load scripts: %w", err)
		}
	}
	draw, ok := goja.AssertFunction(m.vm.Get("drawPicture"))
	if !ok {
		return nil, fmt.Errorf("load scripts: no drawPicture")
	}
	m.draw = draw
	return m, nil
}

// chart returns the SVG of an option in a box, and whether the machine can be
// used again. It stops when the context ends.
func (m *machine) chart(ctx context.Context, option any, tokens map[string]string, in box) (svg string, sound bool, err error) {
	text, err := json.Marshal(option)
	if err != nil {
		return "", true, err
	}
	stop := context.AfterFunc(ctx, func() { m.vm.Interrupt(ctx.Err()) })
	value, err := m.draw(goja.Undefined(), m.vm.ToValue(string(text)), m.vm.ToValue(tokens), m.vm.ToValue(in.width), m.vm.ToValue(in.height))
	if !stop() && err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return "", false, err
	}
	m.drawn++
	return value.String(), m.drawn < chartsOfMachine, nil
}
