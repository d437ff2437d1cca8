package server

import (
	"fmt"
	"net/url"

	"chainboard/industry"
	"chainboard/office"
)

// drawings tells where the pictures of a paper are drawn, for a page that shows it.
type drawings struct{ of office.Query }

// Drawn is the address of a picture as the paper has it: as every viewer may see it, of
// the paper's moment.
func (d drawings) Drawn(p *industry.Picture) string {
	q := office.PaperPicture(d.of, p)
	values := url.Values{
		"chain": {q.Chain}, "month": {q.Month.String()}, "wall": {"1"}, "bare": {"1"},
		"width": {fmt.Sprint(q.Width)}, "scale": {fmt.Sprint(q.Scale)},
	}
	if !q.AsOf.IsZero() {
		values.Set("as_of", momentText(q.AsOf))
	}
	return "/charts/" + q.Name + "." + string(q.Format) + "?" + values.Encode()
}
