package industry

import "encoding/json"

// Figure is a number as a screen prints it, apart from its unit.
type Figure struct {
	Text string
	Unit string
}

func jsonText(s string) ([]byte, error) { return json.Marshal(s) }
