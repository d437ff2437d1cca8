package industry

// Light is the verdict on a target: green, yellow, red, or none where nothing
// is assessed or known. It is always shown with its shape and its rule.
type Light string

// The lights (design guide, 3).
const (
	Green   Light = "green"
	Yellow  Light = "yellow"
	Red     Light = "red"
	NoLight Light = "none"
)

// Label returns the character beside the shape: 绿, 黄, 红, or —.
func (l Light) Label() string {
	switch l {
	case Green:
		return "绿"
	case Yellow:
		return "黄"
	case Red:
		return "红"
	}
	return "—"
}

// Shape returns the shape that carries the light without colour.
func (l Light) Shape() string {
	switch l {
	case Green:
		return "●"
	case Yellow:
		return "▲"
	case Red:
		return "■"
	}
	return "○"
}
