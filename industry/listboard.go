package industry

import (
	"encoding/json"
	"slices"
)

// laneRows is how many rows a lane shows; the list has the others.
const laneRows = 12

// Lane is a column of a board: the rows of a list that stand at one step of what
// they go through.
type Lane struct {
	Value string // of the column the rows move along; "—" where none is said
	Label string
	Count int
	Sums  map[string]Quantity // over all its rows, by column
	Rows  []ListRow           // the first of them, with List.Card as cells
}

// Board is a list as lanes in the order of the steps.
type Board struct {
	List  *List
	Chain string
	Total int
	Cards []ListColumn // what a card says, aligned with the cells
	Lanes []Lane       // every step, also where nothing stands
}

// Lanes returns the rows found as a board. A list whose rows go through no steps
// is NotFound.
func (l *List) Lanes(f ListFacts, q ListQuery) (Board, error) {
	if l.Steps == nil {
		return Board{}, Errorf(NotFound, "%s没有看板，请看列表", l.Name)
	}
	s, err := l.search(&f, q)
	if err != nil {
		return Board{}, err
	}
	if err := l.sort(s.found, q.Sort, f); err != nil {
		return Board{}, err
	}
	b := Board{List: l, Chain: f.Chain, Total: len(s.found)}
	for _, name := range l.Card {
		if c, ok := l.column(name, f.Open); ok {
			b.Cards = append(b.Cards, c)
		}
	}
	step, _ := l.column(l.Steps.Column, true)
	found := map[string][]*listItem{}
	for _, it := range s.found {
		value := orElse(it.cell(step).Value(), undefined)
		found[value] = append(found[value], it)
	}
	for _, choice := range append(slices.Clone(l.Steps.Choices), ListChoice{Value: undefined, Label: "未填"}) {
		items := found[choice.Value]
		if choice.Value == undefined && len(items) == 0 {
			continue
		}
		b.Lanes = append(b.Lanes, l.lane(&f, choice, items, b.Cards))
	}
	return b, nil
}

func (l *List) lane(f *ListFacts, choice ListChoice, items []*listItem, cards []ListColumn) Lane {
	_, sums := f.columns(cards, items)
	lane := Lane{Value: choice.Value, Label: choice.Label, Count: len(items), Sums: sums}
	for _, it := range items[:min(len(items), laneRows)] {
		lane.Rows = append(lane.Rows, l.row(it, cards))
	}
	return lane
}

// More counts the rows of the lane that are not shown.
func (l Lane) More() int { return l.Count - len(l.Rows) }

// ListSteps is what the rows of a list go through: a column and its values in
// order.
type ListSteps struct {
	Column  string
	Choices []ListChoice
}

// projectSteps are the stages of a project.
func projectSteps() *ListSteps {
	s := &ListSteps{Column: "stage"}
	for _, stage := range Stages() {
		s.Choices = append(s.Choices, ListChoice{Value: string(stage), Label: stage.Label()})
	}
	return s
}

// fieldSteps are the values of a choice in the order of the register.
func fieldSteps(g *Register, column string) *ListSteps {
	s := &ListSteps{Column: column}
	for _, value := range g.Field(column).Choices {
		s.Choices = append(s.Choices, ListChoice{Value: value, Label: value})
	}
	return s
}

// MarshalJSON writes {total, lanes:[{value, label, count, sums, rows}]}; the rows
// are those of the list's JSON, at most laneRows a lane.
func (b Board) MarshalJSON() ([]byte, error) {
	type laneJSON struct {
		Value string              `json:"value"`
		Label string              `json:"label"`
		Count int                 `json:"count"`
		Sums  map[string]Quantity `json:"sums"`
		Rows  []json.RawMessage   `json:"rows"`
	}
	page, lanes := ListPage{List: b.List}, make([]laneJSON, len(b.Lanes))
	for i, l := range b.Lanes {
		lanes[i] = laneJSON{Value: l.Value, Label: l.Label, Count: l.Count, Sums: l.Sums, Rows: []json.RawMessage{}}
		for k := range l.Rows {
			lanes[i].Rows = append(lanes[i].Rows, page.rowJSON(&l.Rows[k]))
		}
	}
	return json.Marshal(struct {
		Total int        `json:"total"`
		Lanes []laneJSON `json:"lanes"`
	}{b.Total, lanes})
}
