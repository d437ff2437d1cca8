package industry

// ClusterFigure is what a cluster's row says of an amount, beside what the listed
// enterprises of its region and chain report; in 万元. The row names no year, so
// that it stands beside the last whole one. The difference is shown, never
// corrected (domain 10.14).
type ClusterFigure struct {
	Indicator  string   `json:"indicator"`
	Name       string   `json:"name"`
	Registered Quantity `json:"registered"`
	Year       Month    `json:"year"`       // December of the last whole year
	Reported   Quantity `json:"reported"`   // Σ over it
	Difference Quantity `json:"difference"` // registered − reported
	Firms      int      `json:"firms"`      // on the list of the year, in the region
	Reporters  int      `json:"reporters"`  // of which reported
	Month      Month    `json:"month"`      // the newest data month
	Now        Quantity `json:"now"`        // Σ up to it
	Suppressed bool     `json:"suppressed"` // an amount is withheld
}

// CompareCluster puts an amount of a cluster beside the breakdowns by region of
// the last whole year and of the newest month. They come suppressed for those who
// may not see single enterprises (open is false), and so does the row's own amount.
func CompareCluster(r Record, ind Indicator, year, now Breakdown, open bool) ClusterFigure {
	f := ClusterFigure{Indicator: ind.Code, Name: ind.Name, Registered: r.Quantity(ind.Code), Year: year.Month, Month: now.Month}
	if !open && r.Suppressed(ind.Code) {
		f.Registered, f.Suppressed = Quantity{}, true
	}
	part := func(b Breakdown) Part {
		for _, p := range b.Rows {
			if p.ID == r.Get("region") && p.ID != "" {
				return p
			}
		}
		return Part{}
	}
	then, since := part(year), part(now)
	f.Firms, f.Reporters = then.Enterprises, then.Reported
	if then.Suppressed || since.Suppressed {
		f.Suppressed = true
	}
	if !then.Suppressed {
		f.Reported = then.Value
	}
	if !since.Suppressed {
		f.Now = since.Value
	}
	f.Difference = f.Registered.Minus(f.Reported)
	return f
}
