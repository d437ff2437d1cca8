package industry

// Level says how grave a Problem is.
type Level string

// The levels of a problem found in a file.
const (
	LevelError   Level = "error"   // the row, or what the problem stands at, is refused
	LevelWarning Level = "warning" // the row is taken and the doubt is shown
)

// Problem is one finding in an imported file: where it stands, what was found
// there, what is wrong with it and what to write instead. Row is 0 where it
// concerns a whole sheet or file; Cell is an address like "F17", or "".
type Problem struct {
	Level   Level  `json:"level"`
	Sheet   string `json:"sheet"`
	Cell    string `json:"cell"`
	Row     int    `json:"row"`
	Column  string `json:"column"`
	Value   string `json:"value"`
	Message string `json:"message"`
	Remedy  string `json:"remedy"`
}
